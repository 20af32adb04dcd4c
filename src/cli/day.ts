import { Mistake } from "../mistake.ts";
import { isDay } from "../gate/index.ts";

/** The day that was asked for, or today's where the clock stands. */
export const dayOf = (asked: string | undefined, option = "--date"): string => {
  if (asked === undefined) return new Date().toISOString().slice(0, 10);
  if (isDay(asked)) return asked;
  throw new Mistake({
    what: `${option} wants a day, and "${String(asked)}" is none`,
    why: "acceptances count up to a day, which is written like 2027-01-31",
    todo: `for example ${option} ${new Date().toISOString().slice(0, 10)}`,
  });
};
