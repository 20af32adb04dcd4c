import { indistinguishable, promise } from "../../../src/index.ts";
import type { Trait } from "../../../src/promise/relational.ts";
import type { Task } from "../../../src/search/index.ts";
import { questionsOf, type Question } from "../../../src/search/relational/question.ts";
import type { Adversary } from "../../../src/world/index.ts";
import { drawing } from "../../machine/draw.ts";
import { attacked, randomTask } from "../random-protocol.ts";

/** Room that nothing fills, so that what differs is never a matter of it. */
const ample = 20;

/**
 * A question about two runs of a random protocol while an adversary acts who can do all that adversaries can, or some
 * of it: who observes, what differs and what is in view is drawn, too.
 */
export const randomQuestion = (seed: number): Question | undefined => {
  const draw = drawing(seed);
  const task = randomTask(draw, `pairs-${seed}`, { ...attacked, faults: () => ({}) });
  const owner = ["ana", "bob", "cyd", "cyd", "cyd"][draw(5)]!;
  const traits = (["timing", "lengths", "traffic", "choices"] as const).filter(
    (trait) => trait === "timing" || draw(2) === 0,
  );
  const may = attackers[draw(attackers.length)];
  const asked: Task = {
    ...task,
    protocol: { ...task.protocol, compose: (cast) => roomy(task.protocol.compose(cast), may) },
    promises: [secrecy(owner, draw(2) === 0, traits)],
    scenario: { ...task.scenario, about: ["R.r"], faults: {}, bound: { ...task.scenario.bound } },
  };
  const composition = asked.protocol.compose(asked.scenario.cast);
  const fixed: Task = { ...asked, protocol: { ...asked.protocol, compose: () => composition } };
  return questionsOf(fixed)[0];
};

type Composition = ReturnType<Task["protocol"]["compose"]>;

/** Who attacks: as drawn, with all there is to do, or without eyes. */
const attackers = [
  undefined,
  ["observe", "drop", "delay", "reorder", "replay", "inject"],
  ["drop", "delay", "reorder"],
] as const;

const roomy = (composition: Composition, may: (typeof attackers)[number]): Composition => ({
  ...composition,
  channels: composition.channels.map((channel) => ({ ...channel, capacity: ample })),
  adversaries: composition.adversaries.map((one): Adversary => ({
    ...one,
    ...(may ? { may, controls: "everything" } : {}),
    effort: { ...one.effort, injections: 1 },
  })),
});

const secrecy = (owner: string, texts: boolean, traits: readonly Trait[]) =>
  promise({
    id: "R",
    title: "A promise",
    says: "It cannot be told.",
    source: "chance",
    invariants: {
      "R.r": indistinguishable({
        says: "It cannot be told",
        observer: { says: owner, of: (part) => (part.owner === owner ? owner : undefined) },
        secret: texts
          ? { says: "texts", texts: ({ from }) => from !== owner }
          : { says: "moves", moves: ({ part }) => part.name === "p0" },
        traits,
      }),
    },
  });
