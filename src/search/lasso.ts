import { judge, type Invariant } from "../promise/index.ts";
import type { Literal } from "../term/index.ts";
import type { LiveWorld } from "../world/index.ts";
import { replayLive, type Confirmed } from "./confirm.ts";
import type { Task } from "./task.ts";

/**
 * Asks live actors whether a trace can go on for ever without paying what an invariant is owed: whether its moves from
 * `repeatsFrom` (from 1) on lead back to the very state they began in, something is owed at every moment on the way,
 * and nobody who has to be treated fairly is passed over: whoever can act in every state of the loop acts in it.
 * Undefined if not.
 */
export const confirmLasso = (
  task: Task,
  moves: readonly string[],
  repeatsFrom: number,
  invariant: Invariant,
  binding: readonly Literal[] | undefined,
): Confirmed | undefined => {
  const stem = moves.slice(0, repeatsFrom - 1);
  const loop = moves.slice(repeatsFrom - 1);
  if (loop.length === 0) return undefined;
  const { world, steps } = replayLive(task, stem);
  const begins = world.key();
  const entries = world.trace.length;
  const round = [...steps];
  const able: ReadonlySet<string>[] = [];
  for (const name of loop) {
    able.push(fairAgents(world));
    const { move, facts } = world.take(name);
    round.push({ move, facts });
  }
  if (world.key() !== begins) return undefined;
  const owed = owedThroughout(world, entries, invariant, binding);
  if (!owed) return undefined;
  const acted = new Set(loop.map(agentOf));
  const passedOver = [...able[0]!].filter(
    (agent) => !acted.has(agent) && able.every((those) => those.has(agent)),
  );
  const wronged = passedOver.filter((agent) =>
    loop.every((_, at) => hasRoom(task, [...stem, ...loop.slice(0, at)], agent)),
  );
  if (wronged.length > 0) return undefined;
  return {
    steps: round,
    binding: Object.fromEntries(invariant.forTheSame.map((name, at) => [name, owed[at]!])),
    brokenAt: "for ever",
    fact: undefined,
    derivation: undefined,
  };
};

/** The binding that is owed something from some entry of the trace on, at every moment. */
const owedThroughout = (
  { trace, composition }: LiveWorld,
  from: number,
  invariant: Invariant,
  binding: readonly Literal[] | undefined,
): readonly Literal[] | undefined => {
  let owed: readonly (readonly Literal[])[] | undefined = binding && [binding];
  for (let end = from; end <= trace.length; end++) {
    const { violations } = judge(invariant, trace.slice(0, end), "quiescent", composition.domains);
    const now = violations.filter(({ at }) => at === "end").map((one) => one.binding);
    owed = owed ? owed.filter((one) => now.some((other) => same(one, other))) : now;
  }
  return owed?.[0];
};

const same = (left: readonly Literal[], right: readonly Literal[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);

/** Those who could act now and have to be treated fairly, save that a channel may be full. */
const fairAgents = (world: LiveWorld): ReadonlySet<string> =>
  new Set(world.moves("nobody").map(({ name }) => agentOf(name)));

/** Whose move it is: a channel's, whichever message it delivers; a timer's; a unit's that returns; or time's. */
const agentOf = (move: string): string =>
  /^(deliver .*?)(?: \[.*)?$/.exec(move)?.[1] ?? (move.startsWith("time ") ? "time" : move);

/** Whether somebody could really act after these moves: whether what comes of it fits into the channels. */
const hasRoom = (task: Task, moves: readonly string[], agent: string): boolean => {
  const { world } = replayLive(task, moves);
  const move = world.moves("nobody").find(({ name }) => agentOf(name) === agent)!;
  move.make();
  return [...world.channels.values()].every(
    ({ channel, items }) => items.length <= channel.capacity,
  );
};
