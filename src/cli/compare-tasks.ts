import * as Deferred from "effect/Deferred";
import * as Effect from "effect/Effect";
import type { Scope } from "effect/Scope";
import type { Mistake } from "../mistake.ts";
import type { VersionDifference } from "../search/index.ts";
import { lookEvery } from "./exhaust-tasks.ts";
import type { InternalError } from "./failure.ts";
import type { SidesName } from "./jobs.ts";
import { hands, type Hand } from "./pool.ts";
import type { Asked } from "./version-pairs.ts";

/** What is compared, how far, and by how many threads. */
export interface ComparingTasks {
  readonly sides: SidesName;
  readonly asked: Asked;
  /** In how many stories. */
  readonly count: number;
  readonly workers: number;
  /** States of each version in a story after which it is only sampled. */
  readonly states: number;
  /** Is called before the first comparison, with what ends them all. */
  readonly began: (stop: () => void) => void;
  /** Is called a few times a second, with how many are done. */
  readonly advanced: (done: number) => void;
  /** Is called whenever a story is done. */
  readonly ended: (difference: VersionDifference) => void;
}

/**
 * Compares two versions in every story in which both are played, each on one thread; in the order of the stories. What
 * is under way when it is stopped is given up.
 */
export const compareTasks = (
  comparing: ComparingTasks,
): Effect.Effect<readonly VersionDifference[], Mistake | InternalError, Scope> =>
  Effect.gen(function* () {
    const { sides, asked, count, states } = comparing;
    const team = yield* hands(Math.max(1, Math.min(comparing.workers, count)), { cwd: sides.head });
    const found: (VersionDifference | undefined)[] = Array.from({ length: count });
    let [next, done] = [0, 0];
    yield* Effect.acquireRelease(
      Effect.sync(() => setInterval(() => comparing.advanced(done), lookEvery)),
      (timer) => Effect.sync(() => clearInterval(timer)),
    );
    const work = (hand: Hand): Effect.Effect<void, Mistake | InternalError> =>
      Effect.gen(function* () {
        for (let at = next++; at < count; at = next++) {
          const difference = yield* hand.ask({ kind: "compare", sides, asked, at, states });
          found[at] = difference;
          done++;
          comparing.ended(difference);
        }
      });
    const stopped = yield* Deferred.make<void>();
    comparing.began(() => Effect.runSync(Deferred.succeed(stopped, undefined)));
    yield* Effect.raceFirst(
      Effect.forEach(team, work, { concurrency: "unbounded", discard: true }),
      Deferred.await(stopped),
    );
    return found.filter((difference) => difference !== undefined);
  });
