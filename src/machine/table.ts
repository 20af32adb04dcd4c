import type {
  AnyEventObject,
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyStateNode,
  AnyTransitionDefinition,
  EventObject,
} from "xstate";
import type { Place } from "../mistake.ts";
import { canonical, keyOf, nameOf, withContext } from "./canonical.ts";
import { chartOf, guardedIn, namesIn } from "./chart.ts";
import { growthOf, unbounded, type Growth } from "./growth.ts";
import { Grid } from "./grid.ts";
import { GuardWatch } from "./guard-watch.ts";
import { Interned } from "./interned.ts";
import { mustPassLint } from "./lint.ts";
import { plain } from "./plain.ts";
import { SlowPath, type Answer } from "./slow-path.ts";
import { TimerTable, type TableTimer } from "./timer-table.ts";
import { viewOf, type PartView } from "./view.ts";

/** How large a table is, and how often XState was asked. */
export interface TableStats {
  readonly name: string;
  readonly locals: number;
  readonly symbols: number;
  readonly entries: number;
  readonly xstateCalls: number;
}

/** An entry that comes out differently when XState is asked again. */
export interface EntryDisagreement {
  readonly machine: string;
  readonly local: string;
  readonly event: EventObject;
  readonly kept: string;
  readonly now: string;
}

export interface TableOptions {
  /** More local states than this are a {@link Mistake}: a context that counts for ever. */
  readonly localsMost?: number;
}

/**
 * An XState machine as a lazily tabulated automaton over integers. The first time a (local state, symbol) pair is met,
 * XState computes the answer; it is kept, and every later time is one array look-up. No feature of XState is
 * re-implemented. Machines with equal inputs share a table, so nothing in a machine may tell instances apart.
 */
export class MachineTable {
  readonly name: string;
  readonly place: Place | undefined;
  readonly initial: number;
  /** The entry whose emissions and timers happen when a part starts. */
  readonly initialEntry: number;
  /** Per entry: the next local state. */
  readonly nextOf: number[] = [];
  /** Per entry: 0 = no transition, 1 = a transition, 2 = ignored on purpose. */
  readonly handledOf: number[] = [];
  readonly emissionsOf: (readonly number[])[] = [];
  /** Per entry: pairs of timer and delay; delay -1 cancels. */
  readonly timersOf: readonly (readonly number[])[];
  readonly timers: readonly TableTimer[];
  /** Per entry: the declared transitions that were taken, in order, as positions in {@link transitions}. */
  readonly takenOf: (readonly number[])[] = [];
  /** Per entry: the states that were active in or after it, be it only in passing, as positions in {@link states}. */
  readonly activeOf: (readonly number[])[] = [];
  /**
   * Per entry: the guards that were asked, each once: twice the position of their transition in {@link transitions},
   * plus one if it passed.
   */
  readonly askedOf: (readonly number[])[] = [];
  /** All declared states by name, e.g. `open.composing`. */
  readonly states: readonly string[];
  /** All declared transitions by name, e.g. `open.composing user.send`: what coverage is counted against. */
  readonly transitions: readonly string[];
  /** Those of them that a guard stands before, as positions. */
  readonly guarded: readonly number[];

  readonly #machine: AnyStateMachine;
  readonly #slowPath: SlowPath;
  readonly #localsMost: number;
  readonly #grid = new Grid();
  readonly #locals: AnyMachineSnapshot[] = [];
  readonly #keys: string[] = [];
  readonly #views: PartView[] = [];
  readonly #localIds = new Map<string, number>();
  readonly #symbols = new Interned<EventObject>("event");
  readonly #emissions = new Interned<EventObject>("emission");
  readonly #timerTable: TimerTable;
  /** Per entry: the local state and symbol it answers; -1 for the start. */
  readonly #localOf: number[] = [];
  readonly #symbolIn: number[] = [];

  /** Throws a {@link Mistake} if the machine is one that models must not use. */
  constructor(machine: AnyStateMachine, input: unknown, place?: Place, options: TableOptions = {}) {
    mustPassLint(machine, place);
    const watch = new GuardWatch(machine);
    this.#machine = watch.machine;
    this.name = machine.id;
    this.place = place;
    this.#localsMost = options.localsMost ?? 200_000;
    this.#slowPath = new SlowPath(watch, place);
    this.#timerTable = new TimerTable(this.#machine);
    this.timersOf = this.#timerTable.changesOf;
    this.timers = this.#timerTable.timers;
    ({ states: this.states, transitions: this.transitions } = namesIn(machine));
    this.guarded = guardedIn(machine);
    this.initialEntry = this.#enter(-1, -1, this.#slowPath.start(plain(input, "input")));
    this.initial = this.nextOf[this.initialEntry]!;
  }

  /** The entry of a local state and a symbol. */
  entry(local: number, symbol: number): number {
    const entry = this.#grid.get(local, symbol);
    return entry >= 0 ? entry : this.#compute(local, symbol);
  }

  /** The integer of an event; equal events are the same integer. Throws if the event is not plain data. */
  symbolOf(event: AnyEventObject): number {
    const symbol = this.#symbols.idOf(event);
    this.#grid.fit(this.#locals.length, symbol + 1);
    return symbol;
  }

  eventOf(symbol: number): EventObject {
    return this.#symbols.values[symbol]!;
  }

  emissionOf(emission: number): EventObject {
    return this.#emissions.values[emission]!;
  }

  /** The integer of an emission. */
  emissionFor(event: AnyEventObject): number {
    return this.#emissions.idOf(event);
  }

  /** What an entry answers: a local state (-1 for the start) and a symbol. */
  asked(entry: number): { readonly local: number; readonly symbol: number } {
    return { local: this.#localOf[entry]!, symbol: this.#symbolIn[entry]! };
  }

  /** The local state that differs from this one in what `rename` changes of its context; maybe none has led to it yet. */
  renamed(local: number, rename: (value: unknown) => unknown): number {
    return this.#localOfSnapshot(withContext(this.#locals[local]!, rename));
  }

  view(local: number): PartView {
    return (this.#views[local] ??= viewOf(this.#locals[local]!));
  }

  /** The canonical text of a local state, equal to {@link LivePart.key} of a live actor in that state. */
  key(local: number): string {
    return this.#keys[local]!;
  }

  /** The active states, for people. */
  localName(local: number): string {
    return nameOf(this.#locals[local]!);
  }

  /** How many local states and entries there are. */
  get size(): number {
    return this.#locals.length + this.nextOf.length;
  }

  stats(): TableStats {
    return {
      name: this.name,
      locals: this.#locals.length,
      symbols: this.#symbols.values.length,
      entries: this.nextOf.length,
      xstateCalls: this.#slowPath.calls,
    };
  }

  /** What makes the table grow, once it has more than `most` entries: a warning, not yet a mistake. */
  growth(most = 100_000): Growth | undefined {
    return this.nextOf.length > most ? growthOf(this.nextOf.length, this.#locals) : undefined;
  }

  /**
   * Computes `count` entries again, from snapshots made anew, and returns those that now come out differently. `below`
   * draws a whole number from 0 up to, not including, its argument.
   */
  verifySample(below: (bound: number) => number, count: number): EntryDisagreement[] {
    const drawn = new Set<number>();
    for (let at = 0; at < count; at++) drawn.add(below(this.nextOf.length));
    return [...drawn].flatMap((entry) => {
      const local = this.#localOf[entry]!;
      if (local < 0) return [];
      const event = this.eventOf(this.#symbolIn[entry]!);
      const kept = this.#entryText(entry);
      const now = this.#answerText(local, this.#slowPath.again(this.#locals[local]!, event));
      return kept === now ? [] : [{ machine: this.name, local: this.key(local), event, kept, now }];
    });
  }

  #compute(local: number, symbol: number): number {
    const answer = this.#slowPath.step(this.#locals[local]!, this.eventOf(symbol));
    const entry = this.#enter(local, symbol, answer);
    this.#grid.set(local, symbol, entry);
    return entry;
  }

  #enter(local: number, symbol: number, answer: Answer): number {
    const { next, handled, emitted, timers, taken, asked, active } = answer;
    const contradiction = this.#timerTable.contradiction(timers);
    if (contradiction)
      throw this.#slowPath.refusal(this.#locals[local], this.#symbols.values[symbol], {
        does: contradiction,
        todo: "give every delayed event an id of its own",
      });
    const reached = this.#localOfSnapshot(next);
    this.emissionsOf.push(emitted.map((event) => this.#emissions.idOf(event)));
    this.#timerTable.add(timers, next.status !== "active" && reached !== local);
    this.takenOf.push(taken.map((transition) => this.#transitionId(transition)));
    this.askedOf.push([
      ...new Set(
        asked.map(({ transition, passed }) => 2 * this.#transitionId(transition) + Number(passed)),
      ),
    ]);
    this.activeOf.push(this.#stateIds(active));
    this.handledOf.push(handled);
    this.#localOf.push(local);
    this.#symbolIn.push(symbol);
    return this.nextOf.push(reached) - 1;
  }

  #transitionId(transition: AnyTransitionDefinition): number {
    return this.transitions.indexOf(chartOf(this.#machine).transitions.get(transition)!);
  }

  #stateIds(nodes: ReadonlySet<AnyStateNode>): number[] {
    const names = chartOf(this.#machine).states;
    return [...nodes].flatMap((node) => {
      const name = names.get(node);
      return name === undefined ? [] : [this.states.indexOf(name)];
    });
  }

  #localOfSnapshot(snapshot: AnyMachineSnapshot): number {
    const key = keyOf(snapshot);
    const known = this.#localIds.get(key);
    if (known !== undefined) return known;
    if (this.#locals.length >= this.#localsMost)
      throw unbounded(this.#machine, this.place, growthOf(this.nextOf.length, this.#locals));
    const local = this.#locals.push(canonical(snapshot)) - 1;
    this.#keys.push(key);
    this.#localIds.set(key, local);
    this.#grid.fit(local + 1, this.#symbols.values.length);
    return local;
  }

  #entryText(entry: number): string {
    return JSON.stringify({
      next: this.#keys[this.nextOf[entry]!],
      handled: this.handledOf[entry],
      emitted: this.emissionsOf[entry]!.map((id) => this.emissionOf(id)),
      timers: this.#timerTable.textOf(entry),
      taken: this.takenOf[entry]!.map((id) => this.transitions[id]),
    });
  }

  #answerText(local: number, { next, handled, emitted, timers, taken }: Answer): string {
    const key = keyOf(next);
    const ends = next.status !== "active" && key !== this.#keys[local];
    return JSON.stringify({
      next: key,
      handled,
      emitted: plain(emitted, "emission"),
      timers: this.#timerTable.textIf(timers, ends),
      taken: taken.map((transition) => chartOf(this.#machine).transitions.get(transition)),
    });
  }
}
