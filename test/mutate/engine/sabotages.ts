/** A break of our own engine, and the tests that have to notice it. */
export interface EngineSabotage {
  readonly name: string;
  /** Below `src/`. */
  readonly file: string;
  /** Stands once in the file. */
  readonly find: string;
  readonly replace: string;
  /** A test file, or a folder of them, below `test/`. */
  readonly noticedBy: string;
}

/** Breaks of the rules, tables, monitors, moves and searches, one line each. */
export const engineSabotages: readonly EngineSabotage[] = [
  {
    name: "a new key does not open what was locked before",
    file: "term/analysis.ts",
    find: "      this.#wake(next, work);\n",
    replace: "",
    noticedBy: "term/knowledge.test.ts",
  },
  {
    name: "a private key does not open what was sealed for it",
    file: "term/opening.ts",
    find: 'if (kind === "seal" && parts[0]!.kind === "public")',
    replace: 'if (kind === "seal" && parts[0]!.kind === "nothing")',
    noticedBy: "term/textbook.test.ts",
  },
  {
    name: "a power of Diffie and Hellman is not raised any further",
    file: "term/composing.ts",
    find: "return [parts, ...raised.filter((way) => way !== undefined)];",
    replace: "return raised.length >= 0 ? [parts] : [];",
    noticedBy: "term/textbook.test.ts",
  },
  {
    name: "nobody notices that a message has become readable",
    file: "term/knowledge.ts",
    find: "(next << 1) | (bodies.length > 0 ? 1 : 0)",
    replace: "next << 1",
    noticedBy: "search/random-protocols.test.ts",
  },
  {
    name: "what holds since something goes on holding whatever happens",
    file: "promise/formula-monitor.ts",
    find: "now(formula.trigger) || (old === 1 && now(formula.held)) ? 1 : 0",
    replace: "now(formula.trigger) || old === 1 ? 1 : 0",
    noticedBy: "promise/meaning.test.ts",
  },
  {
    name: "a period is one unit longer",
    file: "promise/formula-monitor.ts",
    find: "return memory >= formula.duration;",
    replace: "return memory > formula.duration;",
    noticedBy: "promise/meaning.test.ts",
  },
  {
    name: "a deadline is one unit later",
    file: "promise/formula-monitor.ts",
    find: "age + duration >= formula.duration ? -1",
    replace: "age + duration > formula.duration ? -1",
    noticedBy: "promise/formula-monitor.test.ts",
  },
  {
    name: "a monitor tells states apart by their first bit alone",
    file: "promise/formula-monitor.ts",
    find: 'const key = memory.join(",");',
    replace: "const key = String(memory[0]);",
    noticedBy: "promise/formula-monitor.test.ts",
  },
  {
    name: "whoever is handed a message may hand it on, even if they had no right to it",
    file: "promise/audience-monitor.ts",
    find: "if (audience.has(by)) audience.add(reader);",
    replace: "if (by !== reader) audience.add(reader);",
    noticedBy: "promise/audience.test.ts",
  },
  {
    name: "local states are the same whatever their context",
    file: "machine/canonical.ts",
    find: 'context: plain(context ?? {}, "context") as object,',
    replace: "context: {},",
    noticedBy: "machine/table.test.ts",
  },
  {
    name: "local states are the same whatever they remember of history",
    file: "machine/canonical.ts",
    find: "history: Object.fromEntries(history),",
    replace: "history: Object.fromEntries(history.slice(0, 0)),",
    noticedBy: "machine/table.test.ts",
  },
  {
    name: "a machine that has ended keeps its timers",
    file: "machine/timer-table.ts",
    find: "if (ends) this.#ends.add(entry);",
    replace: "",
    noticedBy: "machine/table.test.ts",
  },
  {
    name: "an event that no state names counts as ignored on purpose",
    file: "machine/handled.ts",
    find: "if (selected.length === 0) return 0;",
    replace: "if (selected.length === 0) return 2;",
    noticedBy: "machine/table.test.ts",
  },
  {
    name: "always transitions may race",
    file: "machine/racing.ts",
    find: 'if (snapshot.status !== "active" || !mayRace(snapshot.machine)) return undefined;',
    replace: 'if (snapshot.status !== "stopped" || !mayRace(snapshot.machine)) return undefined;',
    noticedBy: "machine/refused.test.ts",
  },
  {
    name: "a channel delivers last what came first",
    file: "world/list-table.ts",
    find: "this.#intern([...this.items(list), item])",
    replace: "this.#intern([item, ...this.items(list)])",
    noticedBy: "search/random-protocols.test.ts",
  },
  {
    name: "lists of one length are the same list",
    file: "world/list-table.ts",
    find: 'const key = items.join(",");',
    replace: 'const key = items.length === 0 ? "" : String(items.length);',
    noticedBy: "world/stores.test.ts",
  },
  {
    name: "one fault more than the budget allows",
    file: "world/fault-offers.ts",
    find: "cells[slot]! >= most ||",
    replace: "cells[slot]! > most ||",
    noticedBy: "world/faults.test.ts",
  },
  {
    name: "one message more than the limit allows",
    file: "world/actor-offers.ts",
    find: "used >= allowed) continue;",
    replace: "used > allowed) continue;",
    noticedBy: "search/random-protocols.test.ts",
  },
  {
    name: "time passes a timer that is due",
    file: "world/timers.ts",
    find: "if (value > 0 && (soonest < 0 || value - 1 < soonest)) soonest = value - 1;",
    replace: "if (value > 0 && value - 1 > soonest) soonest = value - 1;",
    noticedBy: "world/time.test.ts",
  },
  {
    name: "a state that is gone back to keeps what came up later",
    file: "world/world.ts",
    find: "this.cells.fill(0, state.length, this.#slots);",
    replace: "",
    noticedBy: "search/naive-exhaustive.test.ts",
  },
  {
    name: "a story shrinks into another break",
    file: "search/traces.ts",
    find: "signature === undefined || signatureOf(world, instance) === signature;",
    replace: "signature === undefined || instance >= 0;",
    noticedBy: "search/traces.test.ts",
  },
  {
    name: "states with one hash are the same state",
    file: "search/exhaustive/tuple-table.ts",
    find: "if (same === width) return place;",
    replace: "if (same >= 0) return place;",
    noticedBy: "search/naive-exhaustive.test.ts",
  },
  {
    name: "only the first move of a state can break anything",
    file: "search/exhaustive/explorer.ts",
    find: "if (world.violations.length > 0) this.#break(state, at);",
    replace: "if (world.violations.length > 0 && at === 0) this.#break(state, at);",
    noticedBy: "search/naive-exhaustive.test.ts",
  },
  {
    name: "nothing is owed when everything has come to rest",
    file: "search/exhaustive/explorer.ts",
    find: "for (const { instance } of owing(this.world)) this.#note(instance, state, -1);",
    replace: "",
    noticedBy: "search/naive-exhaustive.test.ts",
  },
  {
    name: "a random story that has come to rest owes nothing",
    file: "search/walk.ts",
    find: "for (const suspicion of owing(this.world)) this.suspicions.push(suspicion);",
    replace: "",
    noticedBy: "search/search.test.ts",
  },
  {
    name: "a loop counts although somebody is passed over",
    file: "search/exhaustive/fair-cycle.ts",
    find: "if (judge.isFair(members, component, numbers)) entry = first;",
    replace: "if (judge && members && component >= 0 && numbers) entry = first;",
    noticedBy: "search/exhaustive/fair-cycle.test.ts",
  },
  {
    name: "names are taken to be interchangeable without proof",
    file: "search/exhaustive/explorer.ts",
    find: "this.symmetry?.test();",
    replace: "",
    noticedBy: "search/exhaustive/symmetry.test.ts",
  },
];
