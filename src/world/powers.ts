import type { Adversary } from "./adversary.ts";

/** Everything that an adversary can do, each by its name: abilities, units that they corrupt, stores that they open. */
export const powersOf = ({ may, corrupts, breaches }: Adversary): readonly string[] => [
  ...may,
  ...Object.keys(corrupts).map((unit) => `corrupt ${unit}`),
  ...breaches.map((store) => `breach ${store}`),
];

/** The same adversary with some of their powers only. */
export const restricted = (one: Adversary, powers: readonly string[]): Adversary => ({
  ...one,
  may: one.may.filter((ability) => powers.includes(ability)),
  corrupts: Object.fromEntries(
    Object.entries(one.corrupts).filter(([unit]) => powers.includes(`corrupt ${unit}`)),
  ),
  breaches: one.breaches.filter((store) => powers.includes(`breach ${store}`)),
});
