import { liveWorldOf, type Task } from "../../src/search/index.ts";
import type { LiveWorld } from "../../src/world/index.ts";

/** What an exhaustive search comes to. */
export interface Explored {
  readonly states: number;
  /** Moves that were possible, over all states. */
  readonly transitions: number;
  /** Per broken invariant and binding, how many moves it takes to get there, at least. */
  readonly breaks: Readonly<Record<string, number>>;
  /** Of each kind of part, the states, transitions and intents that came up, in order. */
  readonly cameUp: readonly string[];
}

/** A state: one of the shortest ways to it, and a live world that stands there. */
interface Reached {
  readonly path: readonly string[];
  readonly world: LiveWorld;
}

/**
 * Every state and every break of a task, breadth-first, as one would do it without thinking twice: live actors, states
 * told apart by all that they are as text, worlds made anew from the names of moves, and the naive evaluator over
 * everything that happened. Undefined if there are more than `most` states.
 */
export const exploreLive = (task: Task, most = Infinity): Explored | undefined => {
  const first = liveWorldOf(task);
  const known = new Set([first.key()]);
  const queue: Reached[] = [{ path: [], world: first }];
  const breaks: Record<string, number> = {};
  const cameUp = new Set(passedBy(first));
  let transitions = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path } = next;
    const rests = next.world.moves("nobody").length === 0;
    for (const { name, world, from } of movesFrom(task, next)) {
      if (!hasRoom(world)) continue;
      transitions++;
      for (const one of [...passedBy(world), ...intentIn(world, name)]) cameUp.add(one);
      for (const broken of breaksOf(world, "cut", from)) breaks[broken] ??= path.length + 1;
      const key = world.key();
      if (known.has(key)) continue;
      known.add(key);
      queue.push({ path: [...path, name], world });
    }
    if (rests)
      for (const owed of breaksOf(after(task, path), "quiescent", Infinity))
        breaks[owed] ??= path.length;
    if (known.size > most) return undefined;
  }
  return { states: known.size, transitions, breaks, cameUp: [...cameUp].toSorted() };
};

/** The states and transitions that the parts of a world went through. */
const passedBy = ({ members }: LiveWorld): string[] =>
  [...members.values()].flatMap(({ part: { kind }, actor }) => [
    ...[...actor.states].map((name) => `${kind.kind}, state ${name}`),
    ...[...actor.transitions].map((name) => `${kind.kind}, transition ${name}`),
  ]);

/** The intent that a move follows, if any. */
const intentIn = ({ members }: LiveWorld, move: string): string[] =>
  [...members.values()].flatMap(({ part: { name, kind } }) =>
    Object.keys(kind.intents ?? {})
      .filter((type) => `${move} `.replace(/^crash .* of: /, "").startsWith(`${name} ${type} `))
      .map((type) => `${kind.kind}, intent ${type}`),
  );

/** Each move on offer, made in a world of its own, and where in that world's trace it begins. */
function* movesFrom(task: Task, { path, world: last }: Reached) {
  const names = last.moves().map(({ name }) => name);
  const from = last.trace.length;
  for (const [at, name] of names.entries()) {
    // Nobody needs the last world any more.
    const world = at === names.length - 1 ? last : after(task, path);
    world.take(name);
    yield { name, world, from };
  }
}

/** A live world after these moves. */
const after = (task: Task, path: readonly string[]): LiveWorld => {
  const world = liveWorldOf(task);
  for (const name of path) world.take(name);
  return world;
};

/** Whether every channel can hold what it was given: nothing is taken out of one once a step has begun to send. */
const hasRoom = ({ channels }: LiveWorld): boolean =>
  [...channels.values()].every(({ channel, items }) => items.length <= channel.capacity);

/** What is broken from an entry of the trace on, or at its end. */
const breaksOf = (world: LiveWorld, end: "quiescent" | "cut", from: number): string[] =>
  [...world.judgements(end)].flatMap(([invariant, { violations }]) =>
    violations
      .filter(({ at }) => at === "end" || at >= from)
      .map(({ binding }) => `${invariant} ${JSON.stringify(binding)}`),
  );
