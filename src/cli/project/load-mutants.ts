import { join } from "node:path";
import type { AcceptedSurvivors, NamedSabotage, Sabotage } from "../../mutate/index.ts";
import { Mistake } from "../../mistake.ts";
import { sourcesBelow } from "../files.ts";
import { mutantsBelow } from "./assemble.ts";
import type { Folders } from "./config.ts";
import { importSource } from "./import.ts";

/** What a project has beside the mutants that operators make. */
export interface Mutants {
  /** In the order of their names. */
  readonly sabotages: readonly NamedSabotage[];
  readonly accepted: AcceptedSurvivors;
  /** Absolute, in order. */
  readonly sources: readonly string[];
}

/** Loads the sabotages of a project, which nothing else needs. Throws a {@link Mistake}. */
export const loadMutants = async ({ models }: Folders): Promise<Mutants> => {
  const sources = sourcesBelow(models).filter((path) => path.startsWith(mutantsBelow));
  const sabotages: NamedSabotage[] = [];
  const accepted: Record<string, string>[] = [];
  for (const source of sources) {
    const file = join(models, source);
    for (const value of Object.values(await importSource(file))) {
      if (isAcceptance(value)) accepted.push(value.because);
      if (!isSabotage(value)) continue;
      const name = source.slice(mutantsBelow.length).replace(/\.m?[jt]s$/, "");
      if (sabotages.some((one) => one.name === name))
        throw new Mistake({
          what: "this file declares two sabotages",
          where: { file, line: value.place?.line ?? 1 },
          why: "a sabotage goes by the name of its file",
          todo: "give each a file of its own",
        });
      sabotages.push({ name, sabotage: value });
    }
  }
  return {
    sabotages,
    accepted: {
      sealcheck: "accepted-survivors",
      because: Object.assign({}, ...accepted) as Record<string, string>,
      place: undefined,
    },
    sources: sources.map((source) => join(models, source)),
  };
};

const kindOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "sealcheck" in value ? value.sealcheck : undefined;

const isSabotage = (value: unknown): value is Sabotage => kindOf(value) === "sabotage";

const isAcceptance = (value: unknown): value is AcceptedSurvivors =>
  kindOf(value) === "accepted-survivors";
