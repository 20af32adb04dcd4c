import { Mistake, type Place } from "../../mistake.ts";
import type { Ledger, Meanings, PrivacyPromise } from "../../promise/index.ts";
import type { Protocol, Scenario } from "../../world/index.ts";
import type { NamedScenario } from "./project.ts";

/** A loaded source: where it lies below its folder, and what it exports. */
export interface Source {
  readonly path: string;
  /** Its name below `scenarios/`, without extension; undefined for a model. */
  readonly scenarioName: string | undefined;
  readonly exports: Readonly<Record<string, unknown>>;
}

type Declared = Protocol | PrivacyPromise | Scenario | Ledger | Meanings;

const isDeclared = (value: unknown): value is Declared =>
  typeof value === "object" &&
  value !== null &&
  "sealcheck" in value &&
  ["protocol", "promise", "scenario", "ledger", "meanings"].includes(String(value.sealcheck));

/** What sources declare, each thing once. Throws a {@link Mistake} where names clash or something is missing. */
export const collect = (
  sources: readonly Source[],
): {
  protocols: readonly Protocol[];
  versions: readonly Protocol[];
  promises: readonly PrivacyPromise[];
  scenarios: readonly NamedScenario[];
  ledger: Ledger | undefined;
  meanings: Meanings | undefined;
} => {
  const declared = new Set(sources.flatMap(({ exports }) => Object.values(exports)));
  const all = [...declared].filter(isDeclared);
  const scenarios = sources.flatMap(scenarioIn);
  const promises = [
    ...new Set([
      ...all.filter((each) => each.sealcheck === "promise"),
      ...scenarios.flatMap(({ scenario }) => scenario.promises),
    ]),
  ];
  const ledgers = all.filter((each) => each.sealcheck === "ledger");
  const modelled = new Set(
    sources
      .filter(({ scenarioName }) => scenarioName === undefined)
      .flatMap(({ exports }) => Object.values(exports)),
  );
  const protocols = new Set<Protocol>([
    ...all.filter((each) => each.sealcheck === "protocol"),
    ...scenarios.flatMap(({ scenario }) => scenario.protocols),
  ]);
  refuseTwins(
    "scenarios are called",
    scenarios,
    ({ name }) => name,
    ({ scenario }) => scenario.place,
  );
  refuseTwins("protocols are called", [...protocols], ({ name }) => name, placeOf);
  refuseTwins("promises are called", promises, ({ id }) => id, placeOf);
  refuseTwins(
    "invariants are called",
    promises.flatMap(({ invariants, place }) => invariants.map(({ id }) => ({ id, place }))),
    ({ id }) => id,
    placeOf,
  );
  refuseTwins("ledgers are in the project, for", ledgers, () => "all statements", placeOf);
  return {
    protocols: [...protocols].toSorted(by(({ name }) => name)),
    versions: [...protocols].filter((protocol) => modelled.has(protocol)),
    promises: promises.toSorted(by(({ id }) => id)),
    scenarios: scenarios.toSorted(by(({ name }) => name)),
    ledger: ledgers[0],
    meanings: all.find((each) => each.sealcheck === "meanings"),
  };
};

const by =
  <T>(key: (thing: T) => string) =>
  (left: T, right: T): number =>
    key(left) < key(right) ? -1 : 1;

const placeOf = ({ place }: { readonly place: Place | undefined }): Place | undefined => place;

/** The scenario of a file: its default export, or the only one. */
const scenarioIn = ({ path, scenarioName, exports }: Source): NamedScenario[] => {
  const found = new Set(
    Object.values(exports).filter(
      (each): each is Scenario => isDeclared(each) && each.sealcheck === "scenario",
    ),
  );
  const [scenario] = found;
  if (!scenario) return [];
  if (scenarioName === undefined)
    throw new Mistake({
      what: "this scenario is not in the folder for scenarios",
      where: scenario.place ?? { file: path, line: 1 },
      why: "a scenario's name is its path there, so this one would have none and never run",
      todo: "move it there",
    });
  if (found.size > 1)
    throw new Mistake({
      what: `this file exports ${found.size} scenarios`,
      where: { file: path, line: 1 },
      why: "a scenario's name is the name of its file",
      todo: "give each a file of its own",
    });
  return [{ name: scenarioName, scenario }];
};

const refuseTwins = <T>(
  what: string,
  things: readonly T[],
  nameOf: (thing: T) => string,
  placeOf: (thing: T) => Place | undefined,
): void => {
  const seen = new Map<string, T>();
  for (const thing of things) {
    const name = nameOf(thing);
    const other = seen.get(name);
    seen.set(name, thing);
    if (other === undefined) continue;
    const place = placeOf(other);
    throw new Mistake({
      what: `two ${what} "${name}"`,
      where: placeOf(thing),
      why: place ? `the other stands at ${place.file}:${place.line}` : undefined,
      todo: "names tell them apart in commands and reports; give each its own",
    });
  }
};
