import type { MachineTable, PartView } from "../machine/index.ts";
import type { CompiledInvariant, Fact } from "../promise/index.ts";
import { KnowledgeTable, nothing, termById, type Term } from "../term/index.ts";
import type { Composition } from "./composition.ts";
import type { BodyFact } from "./body-fact.ts";
import type { Captured } from "./captured.ts";
import { Circumstances } from "./circumstances.ts";
import { Coverage } from "./coverage.ts";
import { bodyIn } from "./effects.ts";
import { Happenings } from "./happenings.ts";
import type { Intercepts } from "./intercepts.ts";
import { Evidence } from "./evidence.ts";
import { faultSlot, layOut, type Layout } from "./layout.ts";
import { Way } from "./learning.ts";
import { ListTable } from "./list-table.ts";
import { MonitorBank } from "./monitor-bank.ts";
import { MoveKind } from "./move.ts";
import { Offers } from "./offers.ts";
import { planWorld, type Freedom, type Plan, type PlannedPart } from "./plan.ts";
import { Programs } from "./programs.ts";
import { Receptions } from "./receptions.ts";
import { Reads } from "./reads.ts";
import { cascadeMost, cascadeTooLong, mustFit } from "./refusals.ts";
import { Scratch } from "./scratch.ts";
import { Senses } from "./senses.ts";
import type { Sightings } from "./sightings.ts";
import { Timers } from "./timers.ts";

/** A state of the world, as saved: one integer per slot. Slots that came later count as zero. */
export type WorldState = Int32Array;

/**
 * A composition under a scenario's freedom, as one vector of integers that moves change in place.
 *
 * `begin()` puts it at the start, `offers` lists what may happen, `apply` makes it happen; afterwards `facts` and
 * `violations` tell what was so. `save` and `load` go back and forth. Everything the first step of a kind has to
 * compute (by XState, by deduction, by wiring, by a formula) is kept in tables, so that later ones only look up.
 */
export class World {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly programs: Programs;
  /** What parts hold and what their inputs have bound. */
  readonly circumstances: Circumstances;
  readonly receptions: Receptions;
  readonly knowledge: KnowledgeTable = new KnowledgeTable();
  /** What channels hold: items. */
  readonly lists: ListTable;
  /** What stores and registers hold: terms, which are numbered otherwise in every process. So these lists are numbered apart. */
  readonly entries: ListTable;
  readonly timers: Timers;
  readonly bank: MonitorBank;
  readonly offers: Offers;
  readonly senses: Senses;
  /** What moves look at. */
  readonly reads: Reads = new Reads();
  /** How often entries of tables, intents, facts and states of monitors were used, from the start on. */
  readonly coverage: Coverage;

  /** The state. Read by the modules of this layer; written only here. */
  cells: Int32Array;
  /** Monitor instances that the last step violated. */
  readonly violations: number[] = [];
  readonly evidence: Evidence;
  /** Moves that were refused because a channel was full. */
  blocked = 0;
  /** What an observer sees of the last move; undefined while nobody watches. */
  sightings: Sightings | undefined;
  /** Texts that the adversary tries without knowing them. */
  guesses: readonly Term[] = [];
  /** What the adversary gets by the last move; undefined while nobody asks. */
  intercepts: Intercepts | undefined;
  /** Coalitions whose knowledge nobody asks after, and that learn nothing therefore: 1 = such a one. */
  deaf: Uint8Array | undefined;

  #slots: number;
  #start: WorldState;
  /** The slots that the last move wrote, with what stood there before, alternating. */
  readonly #journal = new Scratch();
  readonly #happenings: Happenings;
  readonly #tables: readonly MachineTable[];

  constructor(
    composition: Composition,
    freedom: Freedom,
    invariants: readonly CompiledInvariant[],
  ) {
    const plan = planWorld(composition, freedom);
    this.plan = plan;
    this.layout = layOut(plan);
    this.#tables = [...new Set(plan.parts.map(({ table }) => table))];
    this.evidence = new Evidence(invariants.length);
    this.coverage = new Coverage(plan.parts.length, invariants.length, this.evidence);
    this.#slots = this.layout.dynamic;
    this.cells = new Int32Array(this.#slots + 64);
    this.#start = this.cells;
    this.entries = new ListTable(() => false);
    this.circumstances = new Circumstances(this.entries);
    this.programs = new Programs(plan, this.circumstances);
    this.receptions = new Receptions(plan.parts.length, this.programs, this.circumstances);
    const { items } = this.programs;
    this.lists = new ListTable((left, right) => items[left]!.name < items[right]!.name);
    const newSlot = (): number => this.#newSlot();
    this.timers = new Timers(plan, this.programs, newSlot);
    this.#happenings = new Happenings(this);
    this.senses = new Senses(this);
    this.bank = new MonitorBank(invariants, {
      partIndex: plan.partIndex,
      domains: plan.domains,
      localOf: (part) => this.read(part),
      viewOf: (part) => this.viewOf(part),
      newSlot,
    });
    this.offers = new Offers(this);
    this.#makeStart();
  }

  /** Does something that moves the world about without counting any of it. */
  uncounted<T>(work: () => T): T {
    const { counting } = this.evidence;
    this.evidence.counting = false;
    try {
      return work();
    } finally {
      this.evidence.counting = counting;
    }
  }

  /** Puts the world at the start: after every part has entered its initial state, and after the set-up if any. */
  begin(): void {
    this.load(this.#start);
    this.#clear();
  }

  /** Makes the present state the one that {@link begin} returns to. */
  startHere(): void {
    this.#start = this.save();
    this.coverage.startHere();
    this.offers.allowAfterSetUp();
  }

  save(): WorldState {
    return this.cells.slice(0, this.#slots);
  }

  load(state: WorldState): void {
    this.cells.set(state);
    this.cells.fill(0, state.length, this.#slots);
    this.offers.touchAll();
  }

  /** Facts of the last step, in order. */
  get facts(): readonly number[] {
    return [...this.#happenings.facts.values.subarray(0, this.#happenings.facts.count)];
  }

  /**
   * Grows whenever something comes up for the first time that is numbered in the order in which it comes up. So a world
   * that makes all moves from those states alone from which it grew, in the same order, numbers everything alike.
   */
  get grown(): number {
    const { lists, entries, knowledge, programs, bank } = this;
    let grown = this.#slots + lists.size + entries.size + knowledge.size + knowledge.gains.length;
    grown += programs.size + bank.readings.length;
    for (const table of this.#tables) grown += table.size;
    for (const { size } of bank.invariants) grown += size();
    return grown;
  }

  viewOf(part: number): PartView {
    return this.plan.parts[part]!.table.view(this.cells[part]!);
  }

  get captured(): Captured {
    return this.#happenings.captured;
  }

  /** What a part holds in its registers, as {@link Circumstances} number it. */
  heldBy({ registers, holds }: PlannedPart): number {
    const first = this.layout.registers + registers;
    for (let at = 0; at < holds.length; at++) this.reads.note(first + at);
    return this.circumstances.held(this.cells, first, holds.length);
  }

  /** What an input is to a part here and now: see {@link Receptions}. */
  reception(part: PlannedPart, event: number, term: number): number {
    return this.receptions.of(part, event, term, this.heldBy(part));
  }

  fact(id: number): Fact {
    return this.programs.facts[id] as Fact;
  }

  /**
   * Makes a move. False, and nothing has changed, when it would put more into a channel than fits: such a move was
   * never enabled. Every other move that {@link Offers} lists succeeds.
   */
  apply(kind: number, a: number, b: number, outputs: number): boolean {
    this.#clear();
    this.#move(kind, a, b, outputs);
    if (!this.#happenings.overflow) return true;
    if (this.evidence.counting) this.blocked += this.evidence.weight;
    this.undo();
    return false;
  }

  /** Writes one slot of a state that is being put together, as {@link load} does for all. */
  put(slot: number, value: number): void {
    this.cells[slot] = value;
    this.offers.touch(slot);
  }

  /** The slots that the last move wrote, each followed by what stood there before; a slot may come twice. */
  get written(): Scratch {
    return this.#journal;
  }

  /** Takes the last move back, as if it had never been made. */
  undo(): void {
    this.goBack();
    this.evidence.takeBack();
    this.coverage.takeBack();
    this.#clear();
  }

  /** Returns to the state before the last move; what it put to the test stays counted. */
  goBack(): void {
    const { values, count } = this.#journal;
    for (let at = count - 2; at >= 0; at -= 2) this.put(values[at]!, values[at + 1]!);
    this.#journal.clear();
  }

  #clear(): void {
    this.#journal.clear();
    this.evidence.settle();
    this.#happenings.clear();
    this.coverage.settle();
    this.sightings?.seen.clear();
    this.intercepts?.clear();
    if (this.violations.length > 0) this.violations.length = 0;
  }

  #newSlot(): number {
    if (this.#slots === this.cells.length) {
      const wider = new Int32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    return this.#slots++;
  }

  /** What a move sees of the state it is made in, it sees by this; what siblings see of each other, by {@link Senses}. */
  read(slot: number): number {
    this.reads.note(slot);
    return this.cells[slot]!;
  }

  write(slot: number, value: number): void {
    this.#journal.push(slot);
    this.#journal.push(this.read(slot));
    this.cells[slot] = value;
    this.offers.touch(slot);
  }

  #move(kind: number, a: number, b: number, outputs: number): void {
    const { offline } = this.layout;
    switch (kind) {
      case MoveKind.intent: {
        const { part, limit, carries } = this.plan.intents[a]!;
        this.coverage.make(a);
        if (limit >= 0)
          this.write(this.layout.limits + limit, this.read(this.layout.limits + limit) + 1);
        // Whoever writes something knows it.
        const { owner, unit } = this.plan.parts[part]!;
        if (carries?.carry === "fresh") this.#happenings.learn(owner, b, Way.written);
        this.captured.overlook(unit, b);
        this.#cascade(part, this.programs.intentEvents[a]!, b, outputs);
        return;
      }
      case MoveKind.deliver:
        return this.#deliver(a, b, false, outputs);
      case MoveKind.reorder:
      case MoveKind.duplicate:
        this.#spend(kind);
        return this.#deliver(a, b, kind === MoveKind.duplicate, outputs);
      case MoveKind.drop:
        this.#spend(kind);
        return this.#drop(a, b);
      case MoveKind.timer: {
        const { slot, part, event } = this.timers.all[a]!;
        this.write(slot, 0);
        this.#cascade(part, event, nothing.id, outputs);
        return;
      }
      case MoveKind.delay:
      case MoveKind.time:
        if (kind === MoveKind.delay) this.#spend(kind);
        this.#pass(a);
        return;
      case MoveKind.skew:
        this.#spend(kind);
        for (const { slot, value } of this.timers.ahead(this.cells, a)) this.write(slot, value);
        return;
      case MoveKind.offline:
      case MoveKind.online:
        if (kind === MoveKind.offline) this.#spend(kind);
        this.write(offline + a, kind === MoveKind.offline ? 1 : 0);
        return;
      case MoveKind.crash:
        this.#spend(kind);
        this.#restart(a);
        return;
      default:
        return this.#attack(kind, a, b, outputs);
    }
  }

  /** What an adversary does is no fault, and has no budget but the adversary's effort. */
  #attack(kind: number, a: number, b: number, outputs: number): void {
    switch (kind) {
      case MoveKind.suppress:
        return this.#drop(a, b);
      case MoveKind.overtake:
        return this.#deliver(a, b, false, outputs);
      case MoveKind.withhold:
        return this.#pass(a);
      case MoveKind.capture:
        return this.captured.capture(a);
      case MoveKind.replay:
      case MoveKind.inject: {
        const { injected } = this.layout;
        this.write(injected, this.read(injected) + 1);
        return this.#again(a, b, outputs);
      }
    }
  }

  /** A message arrives from its place in a channel, and stays there as well if it is doubled. */
  #deliver(channel: number, position: number, doubled: boolean, outputs: number): void {
    const slot = this.layout.channels + channel;
    const list = this.read(slot);
    const item = this.lists.items(list)[position]!;
    if (doubled) return this.#again(channel, item, outputs);
    this.write(slot, this.lists.remove(list, position));
    this.#arrive(item, outputs);
  }

  /** A message arrives that nobody has sent once more. */
  #again(channel: number, item: number, outputs: number): void {
    this.#note(this.#happenings.bodyFacts.unsent[channel]!, this.programs.items[item]!.term);
    this.#arrive(item, outputs);
  }

  #arrive(item: number, outputs: number): void {
    const { part, event, term } = this.programs.items[item]!;
    this.#happenings.learn(this.plan.parts[part]!.owner, term, Way.arrived);
    this.#cascade(part, event, term, outputs);
  }

  #drop(channel: number, position: number): void {
    const slot = this.layout.channels + channel;
    const { term } = this.programs.items[this.lists.items(this.read(slot))[position]!]!;
    this.#note(this.#happenings.bodyFacts.dropped[channel]!, term);
    this.write(slot, this.lists.remove(this.read(slot), position));
  }

  #spend(kind: number): void {
    const slot = this.layout.faults + faultSlot(kind);
    this.write(slot, this.read(slot) + 1);
  }

  /** Runs one event and all that it hands on, first in first out; a crash keeps only the first part's first outputs. */
  #cascade(part: number, event: number, term: number, outputs: number): void {
    this.#handle(part, event, term, outputs);
    this.#drain();
    if (outputs < 0) return;
    this.#spend(MoveKind.crash);
    const { unit } = this.plan.parts[part]!;
    this.#note(this.#happenings.bodyFacts.interrupted[unit]!, term);
    this.#restart(unit);
  }

  /** States that a fault or an adversary hit a message, so that promises can make an exception of it. */
  #note(hit: BodyFact, term: number): void {
    const body = bodyIn(termById(term));
    if (body) this.#happenings.state(hit.about(body.id));
  }

  #drain(): void {
    const queue = this.#happenings.queue;
    for (let at = 0; at < queue.count; at++) {
      if (at >= cascadeMost) cascadeTooLong(this.programs.items[queue.values[0]!]!.name);
      const { part, event, term } = this.programs.items[queue.values[at]!]!;
      this.#handle(part, event, term, -1);
    }
    queue.clear();
  }

  #restart(unit: number): void {
    for (const { part, event, forgets } of this.programs.restarts[unit]!) {
      for (const register of forgets) this.#happenings.remember(register, nothing.id);
      this.#handle(part, event, nothing.id, -1);
    }
    this.#drain();
  }

  #handle(part: number, event: number, term: number, outputs: number): void {
    const planned = this.plan.parts[part]!;
    this.sightings?.event(part, event, term);
    if (!planned.accepts) return this.#hear(planned, event, term, 0, outputs);
    const reception = this.reception(planned, event, term);
    const heard = this.receptions.eventOf(reception);
    if (heard < 0) return;
    this.#hear(planned, heard, term, this.receptions.boundOf(reception), outputs);
  }

  /** Lets a part's machine hear an event, and what comes of it happen. */
  #hear(planned: PlannedPart, event: number, term: number, bound: number, outputs: number): void {
    const { table, index: part, holds } = planned;
    const local = this.read(part);
    const entry = table.entry(local, this.senses.symbol(planned, event));
    this.coverage.use(part, entry);
    const next = table.nextOf[entry]!;
    if (next !== local) this.write(part, next);
    const emissions = table.emissionsOf[entry]!;
    if (table.timersOf[entry]!.length > 0) this.#setTimers(part, table, entry);
    const most = outputs < 0 ? emissions.length : outputs;
    for (let at = 0; at < most; at++) {
      this.sightings?.emission(part, emissions[at]!);
      const held = holds.length === 0 ? 0 : this.heldBy(planned);
      const under = this.circumstances.of(held, bound);
      this.#happenings.run(this.programs.of(planned, emissions[at]!, term, under));
    }
  }

  #setTimers(part: number, table: MachineTable, entry: number): void {
    const changes = table.timersOf[entry]!;
    for (let at = 0; at < changes.length; at += 2) {
      const slot = this.timers.slot(part, changes[at]!);
      this.write(slot, changes[at + 1]! + 1);
    }
  }

  #pass(duration: number): void {
    if (this.timers.soonest(this.cells) < 0) this.write(this.layout.restless, 0);
    for (const { slot } of this.timers.all)
      if (this.cells[slot]! > 0) this.write(slot, this.cells[slot]! - duration);
    for (const { invariant, slot, index } of this.bank.timedInstances)
      this.#happenings.judge(
        invariant,
        index,
        slot,
        this.bank.invariants[invariant]!.wait(this.cells[slot]!, duration),
      );
  }

  #makeStart(): void {
    const { coalitions, channels } = this.layout;
    this.plan.coalitions.forEach(({ knows }, index) => {
      this.cells[coalitions + index] = this.knowledge.from(knows.map(({ id }) => id));
    });
    for (const { index, table } of this.plan.parts) this.cells[index] = table.initial;
    for (const planned of this.plan.parts) {
      const entry = planned.table.initialEntry;
      this.coverage.use(planned.index, entry);
      this.#setTimers(planned.index, planned.table, entry);
      for (const emission of planned.table.emissionsOf[entry]!)
        this.#happenings.run(
          this.programs.of(
            planned,
            emission,
            nothing.id,
            this.circumstances.of(this.heldBy(planned), 0),
          ),
        );
      this.#drain();
    }
    mustFit(this.plan.channels, (at) => this.lists.length(this.cells[channels + at]!));
    this.#start = this.save();
    this.coverage.startHere();
  }
}
