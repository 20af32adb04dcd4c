import { Mistake } from "../mistake.ts";
import { isDay } from "../gate/index.ts";

/** The day that was asked for, or today's where the clock stands. */
export const dayOf = (asked: string | undefined, option = "--date"): string => {
  const day = asked ?? new Date().toISOString().slice(0, 10);
  if (isDay(day)) return day;
  throw new Mistake({
    what: `${option} wants a day, and "${day}" is none`,
    why: "acceptances count up to a day, which is written like 2027-01-31",
    todo: `for example ${option} ${new Date().toISOString().slice(0, 10)}`,
  });
};
