import { declaredAt, Mistake, type Place } from "../mistake.ts";

/** Mutants that may survive, each with the reason. */
export interface AcceptedSurvivors {
  readonly sealcheck: "accepted-survivors";
  /** By name, in which `*` stands for anything. */
  readonly because: Readonly<Record<string, string>>;
  readonly place: Place | undefined;
}

/**
 * Says why mutants may survive. A name in which `*` stands for anything accepts all that fit. What no survivor fits is
 * told, since it may hide the next one.
 */
export const acceptedSurvivors = (because: Readonly<Record<string, string>>): AcceptedSurvivors => {
  const place = declaredAt(acceptedSurvivors as never);
  for (const [name, reason] of Object.entries(because))
    if (reason.trim() === "")
      throw new Mistake({
        what: `"${name}" may survive, and nobody says why`,
        where: place,
        why: "whoever reviews the promises has to judge whether it may",
        todo: "give the reason, or strengthen a scenario or a promise",
      });
  return { sealcheck: "accepted-survivors", because, place };
};

/** The entry that accepts a mutant, if one does. */
export const acceptanceOf = ({ because }: AcceptedSurvivors, mutant: string): string | undefined =>
  Object.keys(because).find((pattern) => fits(pattern, mutant));

const fits = (pattern: string, name: string): boolean => {
  const [first, ...rest] = pattern.split("*");
  if (rest.length === 0) return name === pattern;
  if (!name.startsWith(first!)) return false;
  const last = rest.pop()!;
  let at = first!.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
};
