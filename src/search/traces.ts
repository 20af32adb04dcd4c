import * as fc from "fast-check";
import type { World } from "../world/index.ts";
import { follow, namesOf } from "./follow.ts";
import { Random } from "./random.ts";
import { signatureOf } from "./signature.ts";
import { Walker, type Company, type Suspicion } from "./walk.ts";

/** One generated trace: what the monitors said of it, and its moves by name, which are found on demand. */
export class Trace {
  readonly length: number;
  readonly suspicions: readonly Suspicion[];
  /** Whether the world came to rest, so that obligations could be judged. */
  readonly settled: boolean;
  readonly #world: World;
  readonly #find: () => readonly string[];
  #moves: readonly string[] | undefined;

  constructor(
    world: World,
    length: number,
    moves: () => readonly string[],
    suspicions: readonly Suspicion[],
    settled: boolean,
  ) {
    this.length = length;
    this.suspicions = suspicions;
    this.settled = settled;
    this.#world = world;
    this.#find = moves;
  }

  get moves(): readonly string[] {
    return (this.#moves ??= this.#find());
  }

  /** The signatures of its breaks, in the order in which they showed. */
  get signatures(): readonly string[] {
    return [...new Set(this.suspicions.map(({ instance }) => signatureOf(this.#world, instance)))];
  }

  /** What fast-check prints. */
  toString(): string {
    return this.moves.join(" · ");
  }
}

/** A trace from moves by name, as frozen in an example or a file; what is not possible is left out. */
export const traceOf = (world: World, names: readonly string[], signature?: string): Trace => {
  const wanted = (instance: number): boolean =>
    signature === undefined || signatureOf(world, instance) === signature;
  const { moves, instance, at } = follow(world, names, wanted);
  const suspicions = instance < 0 ? [] : [{ instance, at }];
  return new Trace(world, moves.length, () => moves, suspicions, true);
};

/**
 * Traces of a world as a fast-check arbitrary: it walks the tabulated world choosing among enabled moves, so no run
 * is discarded. It shrinks by leaving out moves (large pieces first, then single ones) and by making crashes inside
 * a step into plain steps; give it a `signature` to stay within one kind of break, and a `guide` to lead its walks.
 */
export class TraceArbitrary extends fc.Arbitrary<Trace> {
  readonly #world: World;
  readonly #walker: Walker;
  readonly #most: number;
  readonly #signature: string | undefined;
  readonly #guided: boolean;

  constructor(world: World, most: number, signature?: string, company: Company = {}) {
    super();
    this.#world = world;
    this.#walker = new Walker(world, company);
    this.#guided = company.guide !== undefined;
    this.#most = most;
    this.#signature = signature;
  }

  override generate(random: fc.Random): fc.Value<Trace> {
    const walker = this.#walker;
    const seed = random.nextInt();
    walker.walk(new Random(seed), this.#most);
    const moves = this.#guided ? this.#namesOfThis() : () => this.#movesOf(seed);
    return new fc.Value(
      new Trace(this.#world, walker.moves.count, moves, walker.suspicions.slice(), walker.settled),
      undefined,
    );
  }

  /** A guide leads the same seed elsewhere next time, so its moves are kept. */
  #namesOfThis(): () => readonly string[] {
    const moves = this.#walker.moves.copy();
    return () => namesOf(this.#world, moves);
  }

  /** The same seed walks the same way: cheaper than keeping the moves of every trace, since few are asked for. */
  #movesOf(seed: number): readonly string[] {
    const walker = new Walker(this.#world);
    this.#world.evidence.counting = false;
    walker.walk(new Random(seed), this.#most);
    this.#world.evidence.counting = true;
    return namesOf(this.#world, walker.moves);
  }

  override canShrinkWithoutContext(value: unknown): value is Trace {
    return value instanceof Trace;
  }

  override shrink(trace: Trace): fc.Stream<fc.Value<Trace>> {
    const world = this.#world;
    const signature = this.#signature;
    return fc.stream(
      (function* (): Generator<fc.Value<Trace>> {
        for (const names of smaller(trace.moves)) {
          const candidate = traceOf(world, names, signature);
          if (simpler(candidate.moves, trace.moves)) yield new fc.Value(candidate, undefined);
        }
      })(),
    );
  }
}

/** Shorter comes first; among equals, the one with fewer crashes inside steps. */
const simpler = (left: readonly string[], right: readonly string[]): boolean =>
  left.length < right.length ||
  (left.length === right.length && crashesInside(left) < crashesInside(right));

const crashesInside = (names: readonly string[]): number =>
  names.filter((name) => name.startsWith("crash after ")).length;

/** Longer lists have too many pairs to try them all. */
const pairsMost = 24;

/** Ways to make a list of moves simpler (after Zeller and Hildebrandt's ddmin, TSE 2002). */
export function* smaller(names: readonly string[]): Generator<readonly string[]> {
  for (
    let size = Math.ceil(names.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  )
    for (let from = 0; from < names.length; from += size) yield names.toSpliced(from, size);
  // A message and its delivery go only together.
  if (names.length <= pairsMost)
    for (let first = 0; first < names.length; first++)
      for (let second = first + 2; second < names.length; second++)
        yield names.filter((_, at) => at !== first && at !== second);
  for (const [at, name] of names.entries()) {
    const plain = name.replace(/^crash after \d+ of: /, "");
    if (plain !== name) yield names.with(at, plain);
  }
}
