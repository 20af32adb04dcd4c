import { byCause } from "./by-cause.ts";
import type { ChunkResult, Suspect } from "./chunk.ts";
import { confirmWitness, Disagreement } from "./confirm.ts";
import { confirmedBreak } from "./confirmed-break.ts";
import { coveredBy, timesIn } from "./covered.ts";
import { certified } from "./exhaustive/certify.ts";
import { curveOfStates } from "./exercise/curve.ts";
import { added, exercisedIn, shapesOf, together } from "./exercise/exercise.ts";
import { MoveCounts } from "./exercise/move-counts.ts";
import { explained } from "./explained.ts";
import { follow } from "./follow.ts";
import { mergePairs } from "./relational/relate-chunk.ts";
import { withRelated } from "./relational/relate.ts";
import { minimise, type Minimal } from "./minimise.ts";
import type { Counterexample, SearchOutcome } from "./result.ts";
import { signatureOf } from "./signature.ts";
import { lackedIn, worldOf, type Task } from "./task.ts";

/**
 * Puts the chunks of a search together, in their order: counts add up, and of each kind of break the first suspect is
 * made minimal and handed to the live judge. Only what the judge confirms is reported; what it denies is a
 * {@link Disagreement}. The outcome does not depend on how many threads ran the chunks.
 *
 * `causes` asks for every cause that shows among the suspects, instead of one of each kind of break.
 */
export const mergeChunks = (
  task: Task,
  chunks: readonly ChunkResult[],
  partial: boolean,
  causes = false,
): SearchOutcome => {
  const inOrder = chunks.toSorted((left, right) => left.index - right.index);
  const world = worldOf(task);
  const ids = world.bank.invariants.map(({ id }) => id);
  const atStart = { covered: timesIn(world), exercised: exercisedIn(world) };
  const exercised = inOrder.map((chunk) => chunk.exercised);
  const related = mergePairs(
    task,
    inOrder.map(({ pairs }) => pairs),
  );
  const outcome: SearchOutcome = {
    scenario: task.scenarioName,
    protocol: task.protocol.name,
    runs: sum(inOrder, ({ runs }) => runs),
    guided: inOrder.some(({ guided }) => guided),
    lacks: lackedIn(task),
    moves: sum(inOrder, ({ moves }) => moves),
    partial,
    exhaustion: undefined,
    tested: Object.fromEntries(
      ids.map((id) => [id, sum(inOrder, ({ tested }) => tested[id] ?? 0)]),
    ),
    witnessed: confirmedWitnesses(task, inOrder),
    counterexamples: firstSuspects(task, world, inOrder).flatMap((suspect) => {
      const first = judged(task, world, suspect);
      return causes ? causesOf(task, world, suspect, first, inOrder) : first;
    }),
    relations: [],
    unsettled: sum(inOrder, ({ unsettled }) => unsettled),
    blocked: sum(inOrder, ({ blocked }) => blocked),
    ignored: union(inOrder, ({ ignored }) => ignored),
    facts: union(inOrder, ({ facts }) => facts),
    coverage: coveredBy(world, [atStart.covered, ...inOrder.map(({ covered }) => covered)]),
    exercise: {
      ...together([atStart.exercised, ...exercised]),
      // What nobody could do yet is told although there may be no chunk.
      moves: added([new MoveCounts(world).told, ...exercised.map(({ moves }) => moves)]),
      curve: curveOfStates(inOrder.map(({ moves, exercised: { states } }) => ({ moves, states }))),
      runs: shapesOf(exercised),
    },
  };
  return withRelated(outcome, related);
};

const sum = <T>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((total, thing) => total + of(thing), 0);

const union = <T>(things: readonly T[], of: (thing: T) => readonly string[]): string[] =>
  [...new Set(things.flatMap(of))].toSorted();

/** Of each kind of break the first trace found, frozen examples before random ones. */
const firstSuspects = (
  task: Task,
  world: ReturnType<typeof worldOf>,
  chunks: readonly ChunkResult[],
): Suspect[] => {
  const first = new Map<string, Suspect>();
  for (const moves of task.scenario.examples[task.protocol.name] ?? [])
    for (const signature of signaturesIn(world, moves))
      if (!first.has(signature))
        first.set(signature, { signature, invariant: signature.split(" ")[0]!, run: 0, moves });
  for (const { suspects } of chunks)
    for (const suspect of suspects)
      if (!first.has(suspect.signature)) first.set(suspect.signature, suspect);
  return [...first.values()].toSorted((left, right) => (left.signature < right.signature ? -1 : 1));
};

/** Every kind of break that a trace shows, in the order in which they show. */
const signaturesIn = (world: ReturnType<typeof worldOf>, moves: readonly string[]): string[] => {
  const found: string[] = [];
  for (;;) {
    const { instance } = follow(world, moves, (one) => !found.includes(signatureOf(world, one)));
    if (instance < 0) return found;
    found.push(signatureOf(world, instance));
  }
};

const judged = (
  task: Task,
  world: ReturnType<typeof worldOf>,
  suspect: Suspect,
): Counterexample => {
  const { invariant, signature, moves } = suspect;
  const minimal = minimise(world, moves, signature, task.scenario.bound.moves);
  if (minimal)
    return explained(task, world, certified(task, told(task, world, minimal, suspect), signature));
  throw new Disagreement(`${invariant} broke once and not again`, moves, [
    "no break when followed by name",
  ]);
};

const told = (
  task: Task,
  world: ReturnType<typeof worldOf>,
  minimal: Minimal,
  { run, moves }: Suspect,
): Counterexample => ({
  ...confirmedBreak(task, world, {
    ...minimal,
    at: minimal.at === "end" ? "end" : "last",
    shortest: "not known",
  }),
  foundWith: moves.length,
  foundInRun: run,
});

/** One break for each cause that the suspects of one kind have: the first, and those of other chunks. */
const causesOf = (
  task: Task,
  world: ReturnType<typeof worldOf>,
  { signature }: Suspect,
  first: Counterexample,
  chunks: readonly ChunkResult[],
): Counterexample[] => {
  const others = new Map(
    chunks
      .flatMap(({ suspects }) => suspects)
      .filter((suspect) => suspect.signature === signature)
      .map((suspect) => [suspect.moves, suspect]),
  );
  let latest: Suspect;
  const waiting = function* (): Generator<readonly string[]> {
    for (const [moves, suspect] of others) {
      latest = suspect;
      yield follow(world, moves, (one) => signatureOf(world, one) === signature).moves;
    }
  };
  // A shorter way to the same kind of break would be one with another cause, so none is looked for.
  return byCause(task, world, signature, first, waiting(), (minimal) =>
    told(task, world, minimal, latest),
  );
};

/** What the frozen examples of a scenario break, each made minimal and confirmed, by its signature. */
export const exampleBreaks = (task: Task): ReadonlyMap<string, Counterexample> => {
  const world = worldOf(task);
  return new Map(
    firstSuspects(task, world, []).map((suspect) => [
      suspect.signature,
      judged(task, world, suspect),
    ]),
  );
};

const confirmedWitnesses = (task: Task, chunks: readonly ChunkResult[]): string[] => {
  const first = new Map<string, readonly string[]>();
  for (const { witnesses } of chunks)
    for (const [id, moves] of Object.entries(witnesses)) if (!first.has(id)) first.set(id, moves);
  return [...first]
    .map(([id, moves]) => {
      if (!confirmWitness(task, moves, id))
        throw new Disagreement(`tables saw ${id} happen, live actors did not`, moves, []);
      return id;
    })
    .toSorted();
};
