import type { MachineTable } from "../../machine/index.ts";
import {
  atom,
  leafNamed,
  nothing,
  remade,
  secret,
  termById,
  type Bindings,
  type Term,
} from "../../term/index.ts";
import { bodyIn } from "../effects.ts";
import type { ListTable } from "../list-table.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
import { Memo } from "./memo.ts";
import type { PlanRenaming } from "./plan-renaming.ts";
import type { Words } from "./words.ts";

/**
 * A renaming of everything that a world's integers stand for: of terms, facts, messages, lists, knowledge, local
 * states and what monitors remember. Each is worked out when it first comes up and kept.
 *
 * Message bodies are never made here, since only a model knows what they say: the image of a body must be one that the
 * model has made by itself.
 */
export class Renaming {
  readonly words: Words;
  readonly to: PlanRenaming;
  /** Lists by what they hold: messages in order, messages in any order, terms. */
  readonly queue: Memo;
  readonly bag: Memo;
  readonly entries: Memo;
  readonly knowledge: Memo;
  readonly #world: World;
  readonly #catchUp: () => void;
  readonly #terms: Memo;
  readonly #facts: Memo;
  readonly #events: Memo;
  readonly #items: Memo;
  readonly #locals = new Map<MachineTable, Memo>();
  readonly #instances: Memo;
  readonly #memories: readonly (Memo | undefined)[];

  /** `catchUp` lets the model make the images of all bodies that it has made so far. */
  constructor(world: World, words: Words, to: PlanRenaming, catchUp: () => void) {
    const { programs, lists, entries, bank } = world;
    this.#world = world;
    this.words = words;
    this.to = to;
    this.#catchUp = catchUp;
    this.#terms = new Memo((id) => this.#renamedTerm(termById(id)).id);
    this.#facts = new Memo((fact) => programs.factId(words.record(programs.facts[fact]!)));
    this.#events = new Memo((event) => programs.eventId(words.record(programs.events[event]!)));
    this.#items = new Memo((item) => this.#renamedItem(item));
    const list = (
      of: ListTable,
      renamed: (one: number) => number,
      add: (list: number, one: number) => number,
    ): Memo => new Memo((id) => [...of.items(id)].reduce((to, one) => add(to, renamed(one)), 0));
    const item = (one: number): number => this.item(one);
    this.queue = list(lists, item, (to, one) => lists.append(to, one));
    this.bag = list(lists, item, (to, one) => lists.insert(to, one));
    this.entries = list(
      entries,
      (term) => this.term(term),
      (to, term) => entries.append(to, term),
    );
    this.knowledge = new Memo((state) =>
      world.knowledge.from(byLabel(world.knowledge.terms(state)).map((term) => this.term(term))),
    );
    this.#instances = new Memo((at) => {
      const { invariant, binding } = bank.instances[at]!;
      return bank.instance(
        invariant,
        binding.map((value) => words.literal(value)),
      );
    });
    this.#memories = bank.invariants.map(({ renamed }) =>
      renamed ? new Memo((state) => renamed.state(state, (name) => words.text(name))) : undefined,
    );
  }

  term(id: number): number {
    return this.#terms.at(id);
  }

  /** What a part holds, and what its input has bound, by their numbers. */
  held(held: number): number {
    const { circumstances } = this.#world;
    return circumstances.holding(
      circumstances.terms(held).map(({ id }) => termById(this.term(id))),
    );
  }

  bindings(bindings: Bindings): Bindings {
    return new Map([...bindings].map(([name, { id }]) => [name, termById(this.term(id))]));
  }

  fact(fact: number): number {
    return this.#facts.at(fact);
  }

  event(event: number): number {
    return this.#events.at(event);
  }

  item(item: number): number {
    return this.#items.at(item);
  }

  /** A monitor instance by its number in the bank. */
  instance(at: number): number {
    return this.#instances.at(at);
  }

  /** How the states of an invariant's monitors are renamed; undefined where they know no names. */
  memoryOf(invariant: number): Memo | undefined {
    return this.#memories[invariant];
  }

  symbol(invariant: number, symbol: number): number {
    const { renamed } = this.#world.bank.invariants[invariant]!;
    return renamed ? renamed.symbol(symbol, (name) => this.words.text(name)) : symbol;
  }

  /** How the local states of one machine's parts are renamed. */
  localsOf(table: MachineTable): Memo {
    let memo = this.#locals.get(table);
    if (!memo) {
      const rename = (value: unknown): unknown => this.words.plain(value);
      memo = new Memo((local) =>
        this.#mentions(table, local) ? table.renamed(local, rename) : local,
      );
      this.#locals.set(table, memo);
    }
    return memo;
  }

  /** Whether anything in a local state's text is a word that moves. */
  #mentions(table: MachineTable, local: number): boolean {
    const key = table.key(local);
    return this.words.text(key) !== key;
  }

  #renamedItem(item: number): number {
    const { part, event, term } = this.#world.programs.items[item]!;
    return this.#world.programs.itemId(
      this.to.parts[part]!,
      this.#world.programs.events[this.event(event)]!,
      termById(this.term(term)),
    );
  }

  #renamedTerm(term: Term): Term {
    if (term === nothing) return term;
    if (term.parts.length > 0) return this.#remade(term);
    const label = this.words.text(term.label);
    if (term.kind === "atom") return atom(label);
    if (term.kind === "secret") return secret(label);
    return this.#bodyCalled(label, term);
  }

  #remade(term: Term): Term {
    const made = remade(
      term,
      term.parts.map(({ id }) => termById(this.term(id))),
    );
    // Exponents stand in the order of their labels, so that another one may come first.
    const [body, other] = [term, made].map((one) => bodyIn(one)?.id) as [number, number];
    if (body !== undefined && this.term(body) !== other)
      throw new Asymmetric(`"${term.label}" is about another message than its counterpart`);
    return made;
  }

  #bodyCalled(label: string, counterpart: Term): Term {
    if (!leafNamed("body", label)) this.#catchUp();
    const body = leafNamed("body", label);
    if (!body)
      throw new Asymmetric(`there is a message "${counterpart.label}", and never one "${label}"`);
    const about = this.words.record({ type: "", ...counterpart.about });
    if (JSON.stringify({ type: "", ...body.about }) === JSON.stringify(about)) return body;
    throw new Asymmetric(
      `the messages "${counterpart.label}" and "${label}" are about other things`,
    );
  }
}

/** In an order that does not depend on which terms a process met first: knowledge on the way is numbered, too. */
const byLabel = (terms: readonly number[]): readonly number[] => {
  const labels = new Map(terms.map((id) => [id, termById(id).label]));
  return terms.toSorted((left, right) => {
    const [one, other] = [labels.get(left)!, labels.get(right)!];
    return one < other ? -1 : one > other ? 1 : 0;
  });
};
