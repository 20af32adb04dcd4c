import type { Term } from "../../term/index.ts";
import { intentsOf, mayDoIt, standing, type Composition, type Part } from "../../world/index.ts";
import { guessableIn, type Question } from "./question.ts";

/**
 * The texts of either run that an adversary may guess, and put into what they make up: of those in which the runs differ
 * all that anybody can come to write.
 */
export const guessesOf = (
  question: Question,
  compositions: readonly Composition[],
): readonly Term[] => {
  const guessable = guessableIn(question.rule);
  const texts = compositions.flatMap(({ parts }) =>
    parts.flatMap((part) => textsOf(question.task.scenario, part)),
  );
  return [...new Set(texts.filter(guessable))];
};

const textsOf = (
  { mayDo, bound, setUp }: Question["task"]["scenario"],
  part: Part,
): readonly Term[] => {
  const may = new Set([part.name, part.unit, part.owner].flatMap((name) => mayDo[name] ?? []));
  return Object.entries(part.kind.intents ?? {}).flatMap(([type, { carries, limit }]) => {
    if (carries?.carry !== "fresh") return [];
    const before = setUp.filter((move) => `${move} `.startsWith(`${part.name} ${type} `)).length;
    return intentsOf(part, type).flatMap((it) => {
      const most = before + (mayDoIt(may, it) ? (bound[limit ?? ""] ?? 0) : 0);
      return Array.from({ length: most }, (_, at) =>
        carries.make({ ...standing(part), it }, at + 1),
      );
    });
  });
};
