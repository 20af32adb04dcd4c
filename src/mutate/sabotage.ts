import { remade } from "../machine/index.ts";
import { declaredAt, Mistake, mustKnowFields, type Place } from "../mistake.ts";
import type { Composition } from "../world/composition.ts";
import type { PartDeclaration, PartKind } from "../world/part.ts";
import type { Effect } from "../world/wiring.ts";
import type { StateConfig } from "./config.ts";
import { mergedConfig } from "./config.ts";

/** A break made on purpose, and the invariants that have to notice it. */
export interface Sabotage {
  readonly sealcheck: "sabotage";
  /** What goes wrong, in a sentence. */
  readonly says: string;
  readonly breaks: readonly string[];
  /** The kind of part that is broken; undefined where the composition as a whole is. */
  readonly part: PartKind | undefined;
  /** The same kind of part, broken. */
  readonly change: () => PartKind;
  readonly composed: (composition: Composition) => Composition;
  /** Emissions whose wiring it changes; where there is none, all that the part does may be affected. */
  readonly emissions: readonly string[];
  readonly place: Place | undefined;
}

interface Common {
  readonly says: string;
  /** Each of them must break in some scenario. */
  readonly breaks: readonly string[];
}

/** What is changed of a kind of part; the rest stays as it is. */
interface Changes<Roles> extends Partial<Pick<PartDeclaration<Roles>, "input" | "reads">> {
  readonly of: PartKind<Roles>;
  /** Other meanings for names of guards, actions and delays. */
  readonly guards?: Readonly<Record<string, unknown>>;
  readonly actions?: Readonly<Record<string, unknown>>;
  readonly delays?: Readonly<Record<string, number>>;
  /** Laid over the machine's own configuration, key by key; lists take the place of lists. */
  readonly machine?: StateConfig;
  /** Per emission, what comes of it instead, given what should. */
  readonly wiring?: Readonly<
    Record<string, (honest: readonly Effect<Roles>[]) => readonly Effect<Roles>[]>
  >;
}

/** A change to who is there, what they know and what they can see. */
interface Recomposition {
  readonly composition: (honest: Composition) => Composition;
}

/**
 * Declares a break, one a file in `models/mutants`: what is changed of one kind of part, or of the composition, and
 * which promises it has to break. A protocol whose promises do not notice it is not guarded by them.
 */
export const sabotage = <Roles extends object>(
  declaration: Common & (Changes<Roles> | Recomposition),
): Sabotage => {
  const place = declaredAt(sabotage as never);
  const { says, breaks } = declaration;
  if (says.trim() === "" || breaks.length === 0)
    throw new Mistake({
      what: "a sabotage does not say what it does, or what must notice it",
      where: place,
      why: "it shows that a promise bites, so it names one",
      todo: 'fill in says, and breaks: ["…"]',
    });
  if ("composition" in declaration) {
    mustKnowFields("the sabotage", declaration, ["says", "breaks", "composition"], place);
    const change = (): never => {
      throw new Error("it changes no part");
    };
    const { composition: composed } = declaration;
    return {
      sealcheck: "sabotage",
      says,
      breaks,
      part: undefined,
      change,
      composed,
      emissions: [],
      place,
    };
  }
  mustKnowFields("the sabotage", declaration, fields, place);
  return {
    sealcheck: "sabotage",
    says,
    breaks,
    part: declaration.of as unknown as PartKind,
    change: () => changed(declaration) as unknown as PartKind,
    composed: (composition) => composition,
    emissions: onlyWiring(declaration) ? Object.keys(declaration.wiring ?? {}) : [],
    place,
  };
};

const fields = [
  "says",
  "breaks",
  "of",
  "guards",
  "actions",
  "delays",
  "machine",
  "wiring",
  "input",
  "reads",
];

/** Whether nothing is changed but what emissions bring about. */
const onlyWiring = (declaration: object): boolean =>
  Object.keys(declaration).every((field) => ["says", "breaks", "of", "wiring"].includes(field));

const changed = <Roles extends object>({
  of: kind,
  guards = {},
  actions = {},
  delays = {},
  machine,
  wiring = {},
  input,
  reads,
}: Changes<Roles>): PartKind<Roles> => {
  const names = { guards, actions, delays };
  const renamed = Object.values(names).some((given) => Object.keys(given).length > 0);
  const config = machine && mergedConfig(kind.machine.config, machine);
  const rewired = Object.entries(wiring).map(([emission, rewire]) => [
    emission,
    rewire(kind.emits?.[emission] ?? []),
  ]);
  return {
    ...kind,
    ...(renamed || config ? { machine: remade(kind.machine, config, names) } : {}),
    ...(input ? { input } : {}),
    ...(reads ? { reads: { ...kind.reads, ...reads } } : {}),
    emits: { ...kind.emits, ...Object.fromEntries(rewired) },
  };
};
