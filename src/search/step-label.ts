import { natureOf, type LiveWorld } from "../world/index.ts";
import type { Footprint } from "./footprint.ts";

/**
 * What happened in a step, whoever it happened to: the kinds of part that acted and what their transitions do, what
 * went wrong, and what somebody chose.
 */
export const stepLabel = (world: LiveWorld, { move, acted, gone }: Footprint): string => {
  const calm = move.replace(/^crash after \d+ of: /, "");
  const deeds = acted
    .flatMap(({ part, took }) =>
      took.filter(({ sign }) => does(sign)).map(({ sign }) => `${kindOf(world, part)}: ${sign}`),
    )
    .toSorted();
  const lost = /^(?:drop|suppress) /.test(calm)
    ? gone.map(({ to, event }) => `${kindOf(world, to)}: ${event.type}`)
    : [];
  return [
    move === calm ? "" : "crash in the middle of",
    nature(world, calm),
    [...lost, ...deeds].join("; "),
    choice(world, calm),
  ]
    .filter(Boolean)
    .join(" ");
};

/** Whether a transition, by its sign, does more than ignore its event. */
export const does = (sign: string): boolean => / (?:do|and) /.test(sign);

const kindOf = (world: LiveWorld, part: string): string => world.members.get(part)!.part.kind.kind;

/** What kind of thing happens, where the transitions do not tell: what fails, what an adversary does, or that time passes. */
const nature = (world: LiveWorld, move: string): string => {
  const [kind = "", name = ""] = move.split(" ");
  if (ofUnits.has(kind)) return `${kind} ${kindsIn(world, name)}`;
  return kind === "time" || !["choice", "byItself"].includes(natureOf(move)) ? kind : "";
};

/** What happens to a unit as a whole. */
const ofUnits = new Set(["offline", "online", "crash", "skew", "corrupt"]);

const kindsIn = (world: LiveWorld, name: string): string => {
  const hit = [...world.members.values()].filter(({ part }) => part.unit === name);
  return [...new Set(hit.map(({ part }) => part.kind.kind))].toSorted().join("+");
};

/** The fields that somebody chose for what they did, without names of those who take part. */
const choice = (world: LiveWorld, move: string): string => {
  const part = [...world.members.keys()].find((name) => move.startsWith(`${name} `));
  if (part === undefined) return "";
  const names = new Set(
    [...world.members.values()].flatMap(({ part: { name, unit, owner } }) => [name, unit, owner]),
  );
  const fields = [...move.slice(part.length).matchAll(/ (\w+)=(\S+)/g)].filter(
    ([, , value]) => !names.has(value!),
  );
  return fields.length > 0 ? `(${fields.map(([text]) => text.trim()).join(", ")})` : "";
};
