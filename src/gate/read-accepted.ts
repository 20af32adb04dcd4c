import type { RunBounds } from "../report/index.ts";
import { Mistake } from "../mistake.ts";
import type { Accepted, Evidence } from "./accepted.ts";
import { isDay } from "./day.ts";

/** What a file of acceptances says. Throws a {@link Mistake} that names what in it cannot be. */
export const readAccepted = (text: string, file: string): Accepted => {
  const refuse = (what: string, line = 1): never => {
    throw new Mistake({
      what,
      where: { file, line },
      why: "the gate obeys this file, so it must not guess what it says",
      todo: "correct it, or write it anew with sealcheck accept",
    });
  };
  const value = parsed(text, refuse);
  if (value.schema !== "sealcheck.accepted/1")
    refuse(`the file of acceptances has the schema ${JSON.stringify(value.schema)}`);
  for (const [field, kind] of Object.entries(kinds))
    if (!kind(value[field as keyof Accepted]))
      refuse(`"${field}" of the acceptances is missing or of another kind`);
  for (const [id, meaning] of Object.entries(value.meanings))
    if (
      !isRecord(meaning) ||
      !isRecord(meaning.words) ||
      [meaning.promise, meaning.paragraph, meaning.formula, meaning.reading].some(isNoText)
    )
      refuse(`what ${id} was accepted to say is not all there`);
  for (const [protocol, standings] of Object.entries(value.standings)) {
    if (!isRecord(standings)) refuse(`the verdicts under ${protocol} are no JSON object`);
    for (const [id, evidence] of Object.entries(standings))
      if (!isEvidence(evidence))
        refuse(`the accepted verdict on ${id} under ${protocol} is not all there`);
  }
  for (const [protocol, scenarios] of Object.entries(value.scenarios)) {
    if (!isRecord(scenarios)) refuse(`the scenarios under ${protocol} are no JSON object`);
    for (const [name, played] of Object.entries(scenarios))
      if (!isRecord(played) || isNoText(played.says) || !isBounds(played.bounds))
        refuse(`how far ${name} was played under ${protocol} is not all there`);
  }
  for (const finding of value.findings) {
    if (!isRecord(finding)) refuse("an accepted finding is no JSON object");
    for (const field of ["protocol", "invariant", "reason", "owner"] as const)
      if (typeof finding[field] !== "string" || finding[field].trim() === "")
        refuse(`an accepted finding of ${finding.invariant} has no "${field}"`);
    for (const field of ["accepted", "expires"] as const)
      if (!isDay(finding[field]))
        refuse(
          `an accepted finding of ${finding.invariant} has "${field}": ${JSON.stringify(finding[field])}, which is no day`,
        );
    if (!isRecord(finding.causes) || Object.keys(finding.causes).length === 0)
      refuse(`an accepted finding of ${finding.invariant} names no cause`);
  }
  return value;
};

const isRecord = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNoText = (value: unknown): boolean => typeof value !== "string";

const isEvidence = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  const { verdict, tested, bounds } = value as Evidence;
  return !isNoText(verdict) && typeof tested === "number" && isBounds(bounds);
};

const isBounds = (bounds: RunBounds): boolean =>
  isRecord(bounds) && isRecord(bounds.limits) && isRecord(bounds.faults);

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  log: Array.isArray,
  meanings: isRecord,
  standings: isRecord,
  scenarios: isRecord,
  findings: Array.isArray,
};

const parsed = (text: string, refuse: (what: string, line?: number) => never): Accepted => {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value as Accepted;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at ? text.slice(0, Number(at)).split("\n").length : 1;
    return refuse("the file of acceptances is not JSON", line);
  }
  return refuse("the file of acceptances is not a JSON object");
};
