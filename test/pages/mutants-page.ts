import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { application } from "../../src/cli/page/application.ts";
import { pageOf } from "../../src/report/html/index.ts";
import {
  buildReport,
  type KnownMutant,
  type MutantsPage,
  type Teeth,
} from "../../src/report/index.ts";
import { door, doorTask, materialOf } from "../report/material.ts";
import { mutantOf, teethOf } from "../report/teeth.ts";

/** How many of what a page is to show, and what things are called. */
export interface Much {
  readonly mutants: number;
  readonly invariants: number;
  /** The name of the thing of that number. */
  readonly named?: (at: number) => string;
}

const operators = ["drop guard", "retarget", "stay", "drop effect", "widen recipients"];

/** The invariants of promises, eight of each. */
export const idsOf = ({ invariants }: Pick<Much, "invariants">): string[] =>
  Array.from({ length: invariants }, (_, at) => `M${Math.floor(at / 8)}.${at % 8}`);

/** Mutants of which every fifth survives, every seventh is alike, and the others break some invariants. */
const manyMutants = ({ mutants, named = String }: Much, ids: readonly string[]): KnownMutant[] =>
  Array.from({ length: mutants }, (_, at) => {
    const operator = operators[at % operators.length]!;
    const part = named(at % 12);
    const own = {
      name: `${part}: ${operator} ${at}`,
      part,
      spot: { state: named(at), when: named(at + 1) },
    };
    if (at % 5 === 0)
      return mutantOf(operator, at, { ...own, outcome: "survived", tested: ids, scenarios: 3 });
    if (at % 7 === 0) return mutantOf(operator, at, { ...own, outcome: "alike" });
    const kills = [0, 1, 2].map((other) => ({
      by: ids[(at + 7 * other) % ids.length]!,
      in: named(at),
      moves: Array.from(
        { length: 2 + ((at + other) % 6) },
        (_none, step) => `${named(step)} user.go`,
      ),
      shortest: at % 2 === 0,
    }));
    return mutantOf(operator, at, { ...own, kills });
  });

/** The report of a door whose mutants were tried. */
export const mutantsPageIn = (
  folder: string,
  name: string,
  mutants: MutantsPage,
  invariants: readonly string[],
): string => {
  const run = buildReport(materialOf([doorTask(door("oak"))]));
  const [like] = run.promises;
  const promises = [...Map.groupBy(invariants, (id) => id.split(".")[0]!)].map(([id, own]) => ({
    ...like!,
    id,
    title: `What ${id} is about`,
    invariants: own.map((one) => ({ ...like!.invariants[0]!, id: one, says: `sentence ${one}` })),
  }));
  const file = join(folder, name);
  writeFileSync(
    file,
    pageOf({
      run: { ...run, promises: [...run.promises, ...promises] },
      scenes: undefined,
      mutants,
      explorer: undefined,
      ...application(),
    }),
  );
  return file;
};

/** What is known of many mutants, every survivor with a reason. */
export const muchKnown = (much: Much): Teeth => {
  const ids = idsOf(much);
  const teeth = teethOf(manyMutants(much, ids), ids);
  const reasons = Object.keys(teeth.survivors).map(
    (name, at) => [name, `reason ${at % 15}`] as const,
  );
  return { ...teeth, survivors: Object.fromEntries(reasons) };
};

/** A page of one version. */
export const pageOfOne = (
  teeth: Teeth,
  stale: { readonly otherModels: boolean; readonly otherDeclared: boolean } = {
    otherModels: false,
    otherDeclared: false,
  },
): MutantsPage => ({ versions: [{ protocol: "oak", ...teeth, ...stale }] });
