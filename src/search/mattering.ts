import { MoveKind, MoveList, type World } from "../world/index.ts";
import type { ToldDerivation } from "./result.ts";
import { offeredAs } from "./take-by-name.ts";

/** What one move of a story depended on and what it left behind. */
interface Step {
  /** Slots that it looked at, those of channels apart. */
  readonly reads: ReadonlySet<number>;
  readonly writes: ReadonlySet<number>;
  /** Slots to which one step after the other has added what it made use of: all of these matter, not only the last. */
  readonly draws: readonly number[];
  /** The step that sent what it delivered, lost or doubled; -1 if it did none of these. */
  readonly sentBy: number;
}

/**
 * The steps (from 1) of a story that led to its break, as a backward slice ("Dynamic Program Slicing", Agrawal and
 * Horgan, PLDI 1990): the step that breaks, all that moved the monitor which complains, and whatever wrote last what
 * such a step looked at, read or delivered. All others could have been otherwise.
 */
export const matteringSteps = (
  world: World,
  moves: readonly string[],
  instance: number,
  derivation: ToldDerivation | undefined,
): readonly number[] => {
  const monitor = world.bank.instances[instance]!.slot;
  const steps = stepsOf(world, moves);
  const matters = new Set<number>([moves.length - 1, ...observedAt(derivation)]);
  for (const [at, { writes }] of steps.entries()) if (writes.has(monitor)) matters.add(at);
  const lastWriter = (slot: number, before: number): number => {
    let at = before - 1;
    while (at >= 0 && !steps[at]!.writes.has(slot)) at--;
    return at;
  };
  for (let at = moves.length - 1; at >= 0; at--) {
    if (!matters.has(at)) continue;
    const { reads, draws, sentBy } = steps[at]!;
    for (let before = 0; before < at; before++)
      if (draws.some((slot) => steps[before]!.writes.has(slot))) matters.add(before);
    for (const cause of [sentBy, ...[...reads].map((slot) => lastWriter(slot, at))])
      if (cause >= 0) matters.add(cause);
  }
  return [...matters].map((at) => at + 1).toSorted((left, right) => left - right);
};

/** Steps (from 0) at which a reader observed what it derived from. */
const observedAt = (derivation: ToldDerivation | undefined): number[] =>
  derivation === undefined
    ? []
    : [
        ...(derivation.at !== undefined && derivation.at > 0 ? [derivation.at - 1] : []),
        ...derivation.from.flatMap(observedAt),
      ];

/** Makes the moves of a story once more, and notes what each has to do with the others. */
const stepsOf = (world: World, names: readonly string[]): Step[] =>
  world.uncounted(() => {
    const offered = new MoveList();
    const senders = world.plan.channels.map((): number[] => []);
    world.begin();
    return names.map((name, step) => {
      const at = offeredAs(world, name, "all", offered);
      const [kind, a, b] = [offered.kind[at]!, offered.a[at]!, offered.b[at]!];
      const contents = contentsOf(world);
      world.apply(kind, a, b, offered.outputs[at]!);
      const sentBy = takes.has(kind) ? (senders[a]![b] ?? -1) : -1;
      const reads = readsOf(world, kind, a);
      const writes = writesOf(world);
      for (const [channel, items] of contentsOf(world).entries())
        senders[channel] = sendersOf(contents[channel]!, items, senders[channel]!, step);
      return { reads, writes, draws: drawsOf(world, kind, a), sentBy };
    });
  });

/** Moves that take a message from a channel, or its place in it. */
const takes = new Set<number>([
  MoveKind.deliver,
  MoveKind.drop,
  MoveKind.duplicate,
  MoveKind.reorder,
  MoveKind.suppress,
  MoveKind.overtake,
]);

const contentsOf = ({ plan, cells, layout, lists }: World): (readonly number[])[] =>
  plan.channels.map((_, channel) => lists.items(cells[layout.channels + channel]!));

/** Who sent what a channel holds now: for what it held before, the same as before; for the rest, this step. */
const sendersOf = (
  before: readonly number[],
  after: readonly number[],
  senders: readonly number[],
  step: number,
): number[] => {
  const left = before.map((item, at) => ({ item, sender: senders[at] ?? -1 }));
  return after.map((item) => {
    const at = left.findIndex((one) => one.item === item);
    return at < 0 ? step : left.splice(at, 1)[0]!.sender;
  });
};

/** Every part that handled something, with what it saw of others; the timer that ran out; the limit that was counted. */
const readsOf = (
  { plan, coverage, timers, layout }: World,
  kind: number,
  a: number,
): Set<number> => {
  const reads = new Set<number>();
  for (const { index, reads: siblings } of plan.parts)
    if (coverage.entriesNow(index).length > 0) {
      reads.add(index);
      for (const { part } of siblings) reads.add(part);
    }
  if (kind === MoveKind.timer) reads.add(timers.all[a]!.slot);
  if (kind === MoveKind.online) reads.add(layout.offline + a);
  return reads;
};

/** What an adversary knows when they make something up, what they remember to replay it, and what they lay hands on. */
const drawsOf = ({ plan, layout }: World, kind: number, a: number): number[] => {
  const { adversary } = plan;
  if (kind === MoveKind.inject) return [layout.coalitions + adversary!.index];
  if (kind === MoveKind.replay) return [layout.seen];
  if (kind !== MoveKind.capture) return [];
  const { registers, stores } = adversary!.captures[a]!;
  return [
    ...registers.map((register) => layout.registers + register),
    ...stores.map((store) => layout.stores + store),
  ];
};

const writesOf = ({ written }: World): Set<number> => {
  const writes = new Set<number>();
  for (let at = 0; at < written.count; at += 2) writes.add(written.values[at]!);
  return writes;
};
