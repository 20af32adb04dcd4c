import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import type { Mistake } from "../mistake.ts";
import type { Verdict } from "../mutate/index.ts";
import type { InternalError } from "./failure.ts";
import { fromFolder } from "./files.ts";
import type { MutantName } from "./jobs.ts";
import type { MutantCache } from "./mutant-cache.ts";
import { hands } from "./pool.ts";

/** Which mutants are tried, and by how many threads. */
export interface Trying {
  readonly cwd: string;
  readonly protocol: string;
  readonly workers: number;
  readonly cache: MutantCache;
  /** Whether a mutant is to be tried. */
  readonly selects: (name: string) => boolean;
  /** Is called before each mutant, with how many are done of how many; whether to go on. */
  readonly goesOn: (done: number, of: number) => boolean;
}

/** What became of the mutants that were tried, in their order. */
export interface Tried {
  readonly verdicts: readonly Verdict[];
  /** Names of those for which there was no time. */
  readonly untried: readonly string[];
  /** Events that never come where a mutant could take them. */
  readonly unasked: readonly string[];
  /** Invariants that the version breaks by itself. */
  readonly broken: readonly string[];
}

/** Tries the mutants of a protocol, each on one thread; those of which the verdict is known, on none. */
export const tryMutants = ({
  cwd,
  protocol,
  workers,
  cache,
  selects,
  goesOn,
}: Trying): Effect.Effect<Tried, Mistake | InternalError, Scope> =>
  Effect.gen(function* () {
    const team = yield* hands(workers, { cwd });
    const named = yield* Effect.forEach(team, (hand) => hand.ask({ kind: "mutants", protocol }), {
      concurrency: "unbounded",
    });
    const { unasked, broken } = named[0]!;
    const mutants = named[0]!.mutants.filter(({ name }) => selects(name));
    const verdicts = new Map<MutantName, Verdict>();
    for (const mutant of mutants) {
      const known = cache.get(mutant);
      if (known) verdicts.set(mutant, known);
    }
    const waiting = mutants.filter((mutant) => !verdicts.has(mutant));
    yield* Effect.forEach(
      team,
      (hand) =>
        Effect.gen(function* () {
          while (waiting.length > 0 && goesOn(verdicts.size, mutants.length)) {
            const mutant = waiting.shift()!;
            const { name } = mutant;
            const verdict = placedFrom(cwd, yield* hand.ask({ kind: "mutant", protocol, name }));
            cache.add(mutant, verdict);
            verdicts.set(mutant, verdict);
          }
        }),
      { concurrency: "unbounded", discard: true },
    );
    return {
      verdicts: mutants.flatMap((mutant) => verdicts.get(mutant) ?? []),
      untried: mutants.flatMap((mutant) => (verdicts.has(mutant) ? [] : [mutant.name])),
      unasked,
      broken,
    };
  });

/** The same with its file as somebody in the project would write it, so that it is the same on any machine. */
const placedFrom = (folder: string, verdict: Verdict): Verdict => ({
  ...verdict,
  where: verdict.where && { ...verdict.where, file: fromFolder(folder, verdict.where.file) },
});
