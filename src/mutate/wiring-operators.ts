import type { Composition } from "../world/index.ts";
import type { Effect, Here } from "../world/wiring.ts";
import type { Part, PartKind } from "../world/part.ts";
import type { Spot } from "./mutant.ts";
import { answersOf, type Wiring } from "./wiring-survey.ts";

/** A change to what one emission brings about. */
export interface WiringEdit {
  readonly operator: string;
  readonly emission: string;
  readonly site: string;
  readonly spot: Spot;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly change: (part: Part, composition: Composition) => PartKind;
}

/** An operator: all changes of one sort that can be made to the wiring of a kind of part. */
export type WiringOperator = (kind: PartKind, wiring: Wiring) => readonly WiringEdit[];

type Rewire = (
  effects: readonly Effect[],
  part: Part,
  composition: Composition,
) => readonly Effect[];

const edit = (
  operator: string,
  emission: string,
  what: string,
  spot: Pick<Spot, "what" | "instead">,
  told: readonly [before: string | undefined, after: string | undefined],
  rewire: Rewire,
): WiringEdit => ({
  operator,
  emission,
  site: `${emission} ${what}`,
  spot: { when: emission, ...spot },
  before: told[0] && `${emission}: ${told[0]}`,
  after: told[1] && `${emission}: ${told[1]}`,
  change: (part, composition) => {
    const { kind } = part;
    const effects = rewire(kind.emits![emission]!, part, composition);
    return { ...kind, emits: { ...kind.emits, [emission]: effects } };
  },
});

/** Every effect of a kind's wiring that ever comes to anything, with how to call it. */
const effectsIn = (kind: PartKind, wiring: Wiring) =>
  Object.entries(kind.emits ?? {}).flatMap(([emission, effects]) =>
    effects.flatMap((effect, at) => {
      const answers = answersOf(wiring, kind.kind, emission, at);
      const rule = effect.rule === "fact" ? `states ${effect.type}` : effect.rule;
      const twin = effects.findIndex((one) => one.rule === effect.rule) !== at;
      return answers.most === 0
        ? []
        : [{ emission, at, answers, effect, rule, what: twin ? `${rule} #${at + 1}` : rule }];
    }),
  );

/** Effects beside others; to drop or repeat the only one is the same as to drop or repeat the emission. */
const amongOthers = (kind: PartKind, wiring: Wiring) =>
  effectsIn(kind, wiring).filter(({ emission }) => kind.emits![emission]!.length > 1);

/** Something does not come of an emission. */
export const dropEffect: WiringOperator = (kind, wiring) =>
  amongOthers(kind, wiring).map(({ emission, at, what, rule }) =>
    edit("drop effect", emission, what, { what: rule }, [what, undefined], (effects) =>
      effects.toSpliced(at, 1),
    ),
  );

/** Something comes of an emission twice. To learn, erase or purge twice changes nothing, so that is left. */
export const repeatEffect: WiringOperator = (kind, wiring) =>
  amongOthers(kind, wiring)
    .filter(({ effect }) => ["send", "tell", "fact", "keep"].includes(effect.rule))
    .map(({ emission, at, what, rule, effect }) =>
      edit("repeat effect", emission, what, { what: rule }, [what, `${what}, ${what}`], (effects) =>
        effects.toSpliced(at, 0, effect),
      ),
    );

/** Only the first of several recipients gets anything. */
export const narrowEffect: WiringOperator = (kind, wiring) =>
  effectsIn(kind, wiring)
    .filter(({ answers }) => answers.most > 1)
    .map(({ emission, at, what, rule }) =>
      edit(
        "narrow",
        emission,
        what,
        { what: rule },
        [what, `${what}, the first alone`],
        (effects) =>
          effects.with(
            at,
            remaking(effects[at]!, (made) => made.slice(0, 1)),
          ),
      ),
    );

/** The next part of the same kind gets what was for this one: another device, another business. */
export const mistargetEffect: WiringOperator = (kind, wiring) =>
  effectsIn(kind, wiring)
    .filter(({ effect, answers }) => ["send", "tell"].includes(effect.rule) && answers.hasPeer)
    .map(({ emission, at, what, rule }) =>
      edit(
        "mistarget",
        emission,
        what,
        { what: rule },
        [what, `${what}, to the next of its kind`],
        (effects, _part, composition) =>
          effects.with(
            at,
            remaking(effects[at]!, (made) =>
              made.map((one) => {
                const { to } = one as { readonly to: string };
                return { ...(one as object), to: peerOf(composition, to) ?? to };
              }),
            ),
          ),
      ),
    );

/** Coalitions that are let in on one emission, at most. */
const leaksMost = 3;

/** Whatever an emission carries comes to somebody else as well. */
export const widenRecipients: WiringOperator = (kind, wiring) =>
  Object.keys(kind.emits ?? {}).flatMap((emission) =>
    [...(wiring.outsiders.get(`${kind.kind} ${emission}`) ?? [])]
      .toSorted()
      .slice(0, leaksMost)
      .map((who) =>
        edit(
          "widen recipients",
          emission,
          `to ${who}`,
          { instead: who },
          [undefined, `learn, ${who} as well`],
          (effects, { owner }, { coalitions }) =>
            owner === who || !coalitions.some(({ name }) => name === who)
              ? effects
              : [...effects, { rule: "learn", make: ({ carried }) => ({ who, term: carried }) }],
        ),
      ),
  );

/** The next part of the same kind in the order of names, if there is one. */
export const peerOf = ({ parts }: Composition, name: string): string | undefined => {
  const kind = parts.find((part) => part.name === name)?.kind;
  const alike = parts
    .filter((part) => part.kind === kind)
    .map((part) => part.name)
    .toSorted();
  return alike.length > 1 ? alike[(alike.indexOf(name) + 1) % alike.length] : undefined;
};

/** The same effect with its outcomes, as a list, made others. */
export const remaking = (
  effect: Effect,
  change: (made: readonly unknown[]) => readonly unknown[],
): Effect =>
  ({
    ...effect,
    make: (here: Here) => {
      const made: unknown = effect.make(here);
      return made === undefined ? undefined : change(Array.isArray(made) ? made : [made]);
    },
  }) as Effect;
