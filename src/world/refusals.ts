import { Mistake } from "../mistake.ts";
import type { Channel } from "./composition.ts";

/** A step hands on at most this many events among parts of one party; more is a loop in the model. */
export const cascadeMost = 64;

/** A step that never ends: parts of one party keep handing each other events. */
export const cascadeTooLong = (first: string): never => {
  throw new Mistake({
    what: `one step hands on more than ${cascadeMost} events, starting with "${first}"`,
    why: "atomic links run within the step that started them, so a circle among them never ends",
    todo: "break the circle, or let one link be a channel",
  });
};

/** A move that needs more room than there is waits until there is some; the start cannot wait. */
export const mustFit = (
  channels: readonly Channel[],
  lengthOf: (channel: number) => number,
): void => {
  const full = channels.find(({ capacity }, at) => lengthOf(at) > capacity);
  if (!full) return;
  throw new Mistake({
    what: `parts that start put ${lengthOf(channels.indexOf(full))} messages on channel "${full.name}"`,
    why: `it holds ${full.capacity}, and nothing is delivered before everybody has started`,
    todo: "give it more capacity, or let the parts send later",
  });
};
