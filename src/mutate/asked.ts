import type { PartKind } from "../world/part.ts";
import type { Survey } from "./survey.ts";

/**
 * Whether an event can come to a part in a state, as far as the honest version shows: `part in state gets event`. What a
 * person may do counts wherever both the state and the freedom come up, since it is on offer only where a transition
 * takes it; what is sent comes whether or not anything does.
 */
export const isAsked = (
  touch: string,
  { kind, intents = {} }: PartKind,
  surveys: readonly Survey[],
): boolean => {
  const [state, event] = touch.split(" gets ") as [string, string];
  if (!(event in intents)) return surveys.some(({ touched }) => touched.has(touch));
  return surveys.some(
    ({ touched }) =>
      touched.has(state) &&
      [...touched].some((one) => one.startsWith(`${kind} in `) && one.endsWith(` gets ${event}`)),
  );
};
