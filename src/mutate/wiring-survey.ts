import type { Composition, Protocol } from "../world/index.ts";
import type { Effect, Here } from "../world/wiring.ts";

/** What an effect has ever come to. */
interface EffectAnswers {
  /** How many outcomes at once, at most. */
  most: number;
  /** Whether a recipient of its ever stood beside others of the same kind. */
  hasPeer: boolean;
}

/** What the wiring of all kinds of parts has come to, wherever it was asked. */
export interface Wiring {
  readonly answers: Map<string, EffectAnswers>;
  /** Per kind and emission that carries something: coalitions that stood beside its owner. */
  readonly outsiders: Map<string, Set<string>>;
}

export const noWiring = (): Wiring => ({ answers: new Map(), outsiders: new Map() });

const keyOf = (kind: string, emission: string, at: number): string => `${kind} ${emission} ${at}`;

/** What one effect has come to. */
export const answersOf = (
  { answers }: Wiring,
  kind: string,
  emission: string,
  at: number,
): EffectAnswers => {
  const key = keyOf(kind, emission, at);
  let known = answers.get(key);
  if (!known) answers.set(key, (known = { most: 0, hasPeer: false }));
  return known;
};

/** The same protocol, with everything noted that its wiring comes to. */
export const watched = (protocol: Protocol, wiring: Wiring): Protocol => ({
  ...protocol,
  compose: (cast) => {
    const composition = protocol.compose(cast);
    const parts = composition.parts.map((part) => ({
      ...part,
      kind: { ...part.kind, emits: watchedEffects(part, composition, wiring) },
    }));
    return { ...composition, parts };
  },
});

type Part = Composition["parts"][number];

const watchedEffects = (
  { kind, owner }: Part,
  { parts, coalitions }: Composition,
  wiring: Wiring,
): Record<string, readonly Effect[]> => {
  const kinds = new Map(parts.map((part) => [part.name, part.kind]));
  const hasPeer = (to: unknown): boolean => {
    const wanted = kinds.get(to as string);
    return parts.filter((part) => part.kind === wanted).length > 1;
  };
  const others = coalitions.map(({ name }) => name).filter((name) => name !== owner);
  const note = (emission: string, at: number, { carried }: Here, made: unknown): void => {
    const outcomes: readonly unknown[] =
      made === undefined ? [] : Array.isArray(made) ? made : [made];
    const answers = answersOf(wiring, kind.kind, emission, at);
    answers.most = Math.max(answers.most, outcomes.length);
    answers.hasPeer ||= outcomes.some((one) => hasPeer((one as { readonly to?: string }).to));
    if (carried.kind === "nothing") return;
    const key = `${kind.kind} ${emission}`;
    const known = wiring.outsiders.get(key) ?? new Set();
    for (const name of others) known.add(name);
    wiring.outsiders.set(key, known);
  };
  return Object.fromEntries(
    Object.entries(kind.emits ?? {}).map(([emission, effects]) => [
      emission,
      effects.map(
        (effect, at) =>
          ({
            ...effect,
            make: (here: Here) => {
              const made: unknown = effect.make(here);
              note(emission, at, here, made);
              return made;
            },
          }) as Effect,
      ),
    ]),
  );
};
