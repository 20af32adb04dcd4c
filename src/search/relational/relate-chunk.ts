import type { World } from "../../world/index.ts";
import { seedOf } from "../random.ts";
import type { Relation } from "../result.ts";
import type { Task } from "../task.ts";
import { walkPair } from "./pair-walk.ts";
import { PairWorld } from "./pair-world.ts";
import { questionsOf, type Question } from "./question.ts";
import { brokenByChance, observersIn, untested, type Related } from "./relate.ts";

/** What some random pairs of runs came to, for one invariant and one observer; plain data. */
export interface PairChunk {
  readonly invariant: string;
  readonly observer: string;
  readonly runs: number;
  /** Pairs of runs that differed, of which the observer saw something. */
  readonly tested: number;
  readonly unresolved: number;
  /** The first pair that was told apart. */
  readonly suspect: { readonly run: number; readonly moves: readonly string[] } | undefined;
}

/** Two runs take longer than one, and a question is one of many things that a run answers. */
const runsPerPair = 8;

/** Pairs of worlds, kept as long as the world of single runs that they belong to. */
const kept = new WeakMap<World, readonly PairWorld[]>();

const pairsOf = (task: Task, world: World): readonly PairWorld[] => {
  const pairs =
    kept.get(world) ??
    questionsOf(task).map((question) => new PairWorld(question, task.scenario.faults));
  kept.set(world, pairs);
  return pairs;
};

/** Draws random pairs of runs for every question of a task. The same for the same task and chunk. */
export const relateChunk = (
  task: Task,
  chunk: {
    readonly seed: number;
    readonly index: number;
    readonly firstRun: number;
    readonly runs: number;
  },
  world: World,
): PairChunk[] =>
  pairsOf(task, world).map((pair) => {
    const { invariant, observer } = pair.question;
    const runs = Math.ceil(chunk.runs / runsPerPair);
    let [tested, unresolved] = [0, 0];
    let suspect: PairChunk["suspect"];
    for (let run = 0; run < runs; run++) {
      const {
        task: { scenarioName, protocol },
      } = pair.question;
      const seed = seedOf(
        chunk.seed,
        scenarioName,
        protocol.name,
        invariant.id,
        observer,
        chunk.index,
        run,
      );
      const walk = walkPair(pair, seed, task.scenario.bound.moves);
      if (walk.tested) tested++;
      if (walk.unresolved) unresolved++;
      if (!walk.apart || suspect) continue;
      const moves: string[] = [];
      walkPair(pair, seed, task.scenario.bound.moves, (move) => moves.push(move));
      suspect = { run: chunk.firstRun + run, moves };
    }
    return { invariant: invariant.id, observer, runs, tested, unresolved, suspect };
  });

/** Puts what random pairs came to together, chunks in their order; of each invariant the first finding is told. */
export const mergePairs = (task: Task, chunks: readonly (readonly PairChunk[])[]): Related => {
  const tested = untested(task);
  const relations: Relation[] = [];
  const counterexamples = [];
  for (const [id, questions] of Map.groupBy(questionsOf(task), ({ invariant }) => invariant.id)) {
    const pieces = chunks.flat().filter(({ invariant }) => invariant === id);
    tested[id] = sum(pieces, (piece) => piece.tested);
    relations.push({
      invariant: id,
      observers: observersIn(questions),
      exhaustive: false,
      pairs: sum(pieces, ({ runs }) => runs),
      unresolved: sum(pieces, (piece) => piece.unresolved),
      stopped: undefined,
    });
    const first = pieces.find(({ suspect }) => suspect);
    if (!first) continue;
    const { run, moves } = first.suspect!;
    counterexamples.push(
      brokenByChance({ question: asking(questions, first.observer), moves }, run),
    );
  }
  return { relations, tested, counterexamples };
};

const asking = (questions: readonly Question[], observer: string): Question =>
  questions.find((question) => question.observer === observer)!;

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((total, thing) => total + of(thing), 0);
