import type { AnyTransitionDefinition } from "xstate";
import { occasionOf } from "./chart.ts";

/**
 * What a transition does, in the names that its behaviour has: the event, the guard, the actions, and whether it leads
 * anywhere. States have no part in it, nor has its place, so that a transition keeps its sign when states are renamed
 * and declarations are moved.
 */
export const signOf = (transition: AnyTransitionDefinition): string => {
  const { source, guard, actions, target, reenter } = transition;
  const does = actions.map(referred).join(", ");
  return [
    occasionOf(source, transition),
    guard === undefined ? "" : `if ${referred(guard)}`,
    does === "" ? "" : `do ${does}`,
    target === undefined ? "" : reenter ? "and enter anew" : "and go on",
  ]
    .filter(Boolean)
    .join(" ");
};

/** The keys that lead to a transition in the configuration of its machine. */
export const keysOf = (transition: AnyTransitionDefinition): readonly string[] => {
  const occasion = occasionOf(transition.source, transition);
  const [, delay] = /^after (.*)$/.exec(occasion) ?? [];
  const last = delay === undefined ? [occasion] : ["after", delay];
  return [
    ...transition.source.path.flatMap((key) => ["states", key]),
    ...(occasion === "always" || delay !== undefined
      ? last
      : occasion === "done"
        ? ["onDone"]
        : ["on", ...last]),
  ];
};

/** A guard or an action by the name that the model gives it, with what it is given along, unless that is computed. */
const referred = (reference: unknown): string => {
  if (typeof reference === "string") return reference;
  const { type, params, name } = reference as {
    readonly type?: string;
    readonly params?: unknown;
    readonly name?: string;
  };
  const given =
    typeof params === "object" && params !== null
      ? Object.entries(params).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
      : [];
  return `${type ?? (name || "something unnamed")}${given.join("")}`;
};
