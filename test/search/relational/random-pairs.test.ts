import { expect, test } from "vitest";
import { attackedBy } from "../../../src/search/index.ts";
import { Random } from "../../../src/search/random.ts";
import { playPair } from "../../../src/search/relational/confirm-pair.ts";
import { nameOfPair } from "../../../src/search/relational/pair-names.ts";
import { walkPair } from "../../../src/search/relational/pair-walk.ts";
import { Came, PairWorld } from "../../../src/search/relational/pair-world.ts";
import { searchProduct } from "../../../src/search/relational/product.ts";
import { questionsOf, type Question } from "../../../src/search/relational/question.ts";
import { plain } from "../../../src/search/relational/twins.ts";
import { share } from "../../share.ts";
import { seedsFrom } from "../random-protocol.ts";
import { NaivePair } from "./naive-pairs.ts";
import { randomQuestion } from "./random-question.ts";
import { townTask } from "./town.ts";

/** Questions about random protocols, in which an adversary acts; those that go in circles are refused. */
const eachQuestion = (
  seeds: readonly number[],
  ask: (question: Question, seed: number) => void,
) => {
  for (const seed of seeds)
    try {
      const question = randomQuestion(seed);
      if (question) ask(question, seed);
    } catch (error) {
      if (!/hands on more than|parts that start/.test((error as Error).message)) throw error;
    }
};

const isAttack = (name: string): boolean =>
  /(?:suppress|overtake|withhold|replay|inject|corrupt|breach) /.test(name);

test("pairs of moves are those that two live worlds allow side by side, and are told apart where those are", () => {
  const met: Record<string, number> = {
    compared: 0,
    apart: 0,
    alike: 0,
    attacks: 0,
    alone: 0,
    guesses: 0,
  };
  eachQuestion(seedsFrom(1, share(45)), (question, seed) => {
    const pair = new PairWorld(question, {});
    const random = new Random(seed);
    for (let walk = 0; walk < 2 && !pair.apartAtOnce; walk++) {
      const moves: string[] = [];
      pair.begin();
      for (let step = 0; step < 9; step++) {
        pair.list();
        const names = Array.from({ length: pair.moves.count }, (_, at) => nameOfPair(pair, at));
        const naive = new NaivePair(question, moves).offers();
        if (!naive) break;
        const listed = (all: readonly string[]) => [...new Set(all.map(plain))].toSorted();
        expect(listed(names), `${seed}: ${moves.join("; ")}`).toEqual(listed(naive));
        met["compared"]!++;
        if (names.some((name) => name.endsWith(", as a guess"))) met["guesses"]!++;
        if (names.length === 0) break;
        const attacks = [...names.keys()].filter((at) => isAttack(names[at]!));
        const open = attacks.length > 0 && random.below(3) === 0 ? attacks : [...names.keys()];
        const at = open[random.below(open.length)]!;
        const came = pair.apply(at);
        if (came === Came.refused || came === Came.unresolved) break;
        moves.push(names[at]!);
        if (isAttack(names[at]!)) met["attacks"]!++;
        if (names[at]!.includes(" alone: ")) met["alone"]!++;
        const { apartAfter, pair: told } = playPair(question, moves);
        const where = `${seed}: ${moves.join("; ")}`;
        expect(apartAfter, where).toBe(came === Came.apart ? moves.length : undefined);
        met[came === Came.apart ? "apart" : "alike"]!++;
        if (told) met[told.difference.by] = (met[told.difference.by] ?? 0) + 1;
        if (came === Came.apart) break;
      }
    }
  });
  expect(met["compared"]).toBeGreaterThan(share(300));
  expect(met["guesses"]).toBeGreaterThan(0);
  for (const what of ["apart", "attacks", "alone", "sight"])
    expect(met[what], what).toBeGreaterThan(share(9));
});

test("what came of a pair of moves comes of it again wherever it looks at the same", () => {
  let [pairs, apart, settled] = [0, 0, 0];
  const most = 600;
  const compare = (question: Question, faults: PairFaults): void => {
    const visit = (caching: number) =>
      searchProduct(
        new PairWorld(question, faults),
        ({ states }) => (states > most ? "states" : undefined),
        caching,
      );
    const kept = visit(2 ** 22);
    expect(kept).toEqual(visit(0));
    if (!kept.apart && !kept.stopped && kept.unresolved === 0) settled++;
    // What all pairs do not show, random ones do not either: no two states were taken for one.
    const random = new PairWorld(question, faults);
    for (let seed = 1; seed <= 40 && !kept.apart && !kept.stopped; seed++)
      expect(walkPair(random, seed, 20).apart, `${question.task.scenarioName}, ${seed}`).toBe(
        false,
      );
    // So small a memory is forgotten again and again.
    expect(visit(2 ** 9)).toEqual(kept);
    pairs += kept.pairs;
    if (kept.apart) apart++;
  };
  eachQuestion(seedsFrom(501, share(18)), (question) => compare(question, {}));
  for (const habit of ["discreet", "numbers", "batches"] as const)
    for (const faults of [{}, { duplicate: 1 }, { offline: 1, delay: 1 }])
      compare(questionsOf(townTask(habit, ["choices"], faults))[0]!, faults);
  compare(questionsOf(attackedBy(townTask("discreet", ["timing"]), "copyist"))[0]!, {});
  expect(pairs).toBeGreaterThan(share(2_000));
  expect(apart).toBeGreaterThan(1);
  expect(settled).toBeGreaterThan(2);
});

type PairFaults = ConstructorParameters<typeof PairWorld>[1];
