import { Mistake } from "../mistake.ts";

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
