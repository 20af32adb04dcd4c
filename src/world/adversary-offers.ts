import { placeOfKeys } from "../machine/index.ts";
import { Mistake } from "../mistake.ts";
import {
  forgeries,
  matching,
  PairTable,
  termById,
  valuesOf,
  type Forger,
  type Term,
} from "../term/index.ts";
import type { BusyChannels } from "./busy-channels.ts";
import { Pairs } from "./circumstances.ts";
import { accepted, shapesOf } from "./effects.ts";
import { MoveKind, type MoveList } from "./move.ts";
import type { Part } from "./part.ts";
import type { PlannedAdversary, PlannedInput } from "./plan.ts";
import type { Swarm } from "./swarm.ts";
import type { EventObject } from "./wiring.ts";
import type { World } from "./world.ts";

/**
 * What the adversary may do next. Messages are made up lazily: for each input that can be reached, only those that the
 * receiver takes as it stands and that the adversary's coalition can derive; once for each state of knowledge and of
 * the receiver's registers.
 */
export class AdversaryOffers {
  readonly #world: World;
  readonly #channels: BusyChannels;
  readonly #adversary: PlannedAdversary;
  readonly #may: Readonly<Record<string, boolean>>;
  /** Per state of knowledge. */
  readonly #forgers = new Map<number, Forger>();
  /** Per input: made-up messages by state of knowledge and what the receiver holds. */
  readonly #made: PairTable[];
  readonly #items: (readonly number[])[] = [];
  readonly #events: readonly number[];
  readonly #pairs = new Pairs();

  constructor(world: World, channels: BusyChannels, adversary: PlannedAdversary) {
    this.#world = world;
    this.#channels = channels;
    this.#adversary = adversary;
    this.#may = Object.fromEntries(adversary.may.map((ability) => [ability, true]));
    this.#made = adversary.inputs.map(() => new PairTable());
    this.#events = adversary.inputs.map(({ event }) => world.programs.eventId(event));
  }

  /** `passing`: how long time may pass now, 0 if not at all. */
  list(moves: MoveList, passing: number, swarm: Swarm | undefined): void {
    const leaves = (kind: MoveKind): boolean => swarm?.kinds[kind] === 1;
    if (this.#may["drop"] && !leaves(MoveKind.suppress)) this.#misdeliver(moves, MoveKind.suppress);
    if (this.#may["reorder"] && !leaves(MoveKind.overtake))
      this.#misdeliver(moves, MoveKind.overtake);
    if (passing > 0 && !leaves(MoveKind.withhold) && this.holdsBack)
      moves.add(MoveKind.withhold, passing);
    this.#capture(moves);
    const { cells, layout } = this.#world;
    if (cells[layout.injected]! >= this.#adversary.effort.injections) return;
    if (this.#may["replay"] && !leaves(MoveKind.replay)) this.#replay(moves);
    if (!leaves(MoveKind.inject)) this.#inject(moves);
  }

  #misdeliver(moves: MoveList, kind: MoveKind): void {
    const { plan, cells, layout, lists } = this.#world;
    const { values, count } = this.#channels.holding;
    for (let busy = 0; busy < count; busy++) {
      const channel = values[busy]!;
      if (!this.#world.captured.controls(channel)) continue;
      const fifo = plan.channels[channel]!.order === "fifo";
      const items = lists.items(cells[layout.channels + channel]!);
      const overtakes = kind === MoveKind.overtake;
      if (overtakes && (!fifo || this.#channels.cutOff(channel))) continue;
      const last = overtakes || !fifo ? items.length : 1;
      for (let at = overtakes ? 1 : 0; at < last; at++)
        if (fifo || at === 0 || items[at] !== items[at - 1]) moves.add(kind, channel, at);
    }
  }

  /** Whether the adversary can hold back all that is under way: time passes for everybody, so the rest must have arrived. */
  get holdsBack(): boolean {
    if (!this.#may["delay"] || this.#channels.quiet) return false;
    const { values, count } = this.#channels.holding;
    for (let busy = 0; busy < count; busy++) {
      const channel = values[busy]!;
      if (!this.#world.captured.controls(channel) && !this.#channels.cutOff(channel)) return false;
    }
    return true;
  }

  #capture(moves: MoveList): void {
    const { cells, layout } = this.#world;
    for (const at of this.#adversary.captures.keys())
      if (cells[layout.captured + at] === 0) moves.add(MoveKind.capture, at);
  }

  #replay(moves: MoveList): void {
    const { cells, layout, lists, programs, plan } = this.#world;
    for (const item of lists.items(cells[layout.seen]!)) {
      const { part, event, term } = programs.items[item]!;
      if (!this.#takes(part, event, term)) continue;
      const { unit } = plan.parts[part]!;
      const channel = this.#channelTo((at) => plan.channels[at]!.ends[1] === unit);
      if (channel >= 0) moves.add(MoveKind.replay, channel, item);
    }
  }

  #inject(moves: MoveList): void {
    const { inputs } = this.#adversary;
    for (const [at, input] of inputs.entries()) {
      const channel = this.#channelTo((one) => input.channels.includes(one));
      if (channel < 0 || !this.#hears(input.part, this.#events[at]!)) continue;
      for (const item of this.#madeFor(at)) moves.add(MoveKind.inject, channel, item);
    }
  }

  /** The first channel of these that is under control and not cut off, or -1. */
  #channelTo(leads: (channel: number) => boolean): number {
    const { plan } = this.#world;
    for (let channel = 0; channel < plan.channels.length; channel++)
      if (
        leads(channel) &&
        this.#world.captured.controls(channel) &&
        !this.#channels.cutOff(channel)
      )
        return channel;
    return -1;
  }

  /** Whether a part would take a message, and do anything about it. */
  #takes(part: number, event: number, term: number): boolean {
    const { plan, receptions } = this.#world;
    const planned = plan.parts[part]!;
    if (!planned.accepts) return this.#hears(part, event);
    const heard = receptions.eventOf(this.#world.reception(planned, event, term));
    return heard === event && this.#hears(part, event);
  }

  #hears(part: number, event: number): boolean {
    const { plan, senses, cells } = this.#world;
    const planned = plan.parts[part]!;
    const entry = planned.table.entry(cells[part]!, senses.symbol(planned, event));
    return planned.table.handledOf[entry] === 1;
  }

  #madeFor(at: number): readonly number[] {
    const { plan, cells, layout } = this.#world;
    const input = this.#adversary.inputs[at]!;
    const held = this.#world.heldBy(plan.parts[input.part]!);
    const knowledge = cells[layout.coalitions + this.#adversary.index]!;
    const state = this.#pairs.of(knowledge, held);
    const made = this.#made[at]!;
    const known = made.get(0, state);
    if (known >= 0) return this.#items[known]!;
    const items = this.#make(input, knowledge, held);
    made.set(0, state, this.#items.push(items) - 1);
    return items;
  }

  #make({ part, event }: PlannedInput, knowledge: number, held: number): readonly number[] {
    const { plan, programs, circumstances } = this.#world;
    const { part: receiver } = plan.parts[part]!;
    const terms = madeUp(receiver, event, circumstances.terms(held), () => this.#forger(knowledge));
    const items = terms.map((term) => programs.itemId(part, event, term));
    return inOrder(items, (item) => programs.items[item]!.name);
  }

  #forger(knowledge: number): Forger {
    let forger = this.#forgers.get(knowledge);
    if (!forger) {
      const table = this.#world.knowledge;
      const { names, effort } = this.#adversary;
      const tried = this.#world.guesses.reduce((had, { id }) => table.learn(had, id), knowledge);
      const known = byLabel(table.terms(tried).map((id) => termById(id)));
      const derives = (term: Term): boolean => table.derives(tried, term.id);
      forger = { known, values: valuesOf(known, names, effort.depth), derives };
      this.#forgers.set(knowledge, forger);
    }
    return forger;
  }
}

/** The terms that a forger puts to an input: those of its shapes that are taken as it stands. */
export const madeUp = (
  part: Part,
  event: EventObject,
  held: readonly Term[],
  forger: () => Forger,
): readonly Term[] => {
  const shapes = shapesOf(part, event, held);
  if (shapes.length === 0) return [];
  const made = [...new Set(shapes.flatMap((shape) => forgeries(shape, forger())))];
  const pattern = accepted(part, event, held);
  const taken = pattern ? made.filter((term) => matching(pattern, term)) : made;
  if (taken.length > 0 || made.length === 0) return taken;
  throw new Mistake({
    what: `${part.name} has shapes for "${event.type}", and takes nothing that is made by them`,
    where: placeOfKeys(part.kind.place, ["accepts", event.type, "shapes"]),
    why: `it takes ${pattern!.label}, and ${made[0]!.label} is no such thing`,
    todo: "let shapes make what the term takes",
  });
};

/** By name; two that have the same name could not be told apart in a trace. */
export const inOrder = <Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
): readonly Item[] => {
  const named = items
    .map((item) => [nameOf(item), item] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  for (const [at, [name]] of named.entries())
    if (named[at + 1]?.[0] === name)
      throw new Mistake({
        what: `an adversary can make up two messages that are both called "${name}"`,
        why: "traces name messages by the labels of what they are made of",
        todo: "give different names, keys and nonces different labels",
      });
  return named.map(([, item]) => item);
};

export const byLabel = (terms: readonly Term[]): readonly Term[] =>
  terms.toSorted((left, right) => (left.label < right.label ? -1 : 1));
