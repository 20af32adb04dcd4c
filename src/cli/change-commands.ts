import { Argument, Command, Flag } from "effect/cli";
import * as Option from "effect/Option";
import {
  answering,
  color,
  formats,
  formatsIn,
  itf,
  json,
  runs,
  seed,
  time,
  workers,
} from "./flags.ts";

/** The commands that judge a change of the models, as the command line has them. */
export const date = Flag.String("date").pipe(
  Flag.withDescription(
    "the day as of which acceptances count, e.g. 2027-01-31; today, if left out",
  ),
  Flag.optional,
);

export const gate = Command.make(
  "gate",
  { date, runs, time, seed, workers, itf, ...formats, json, color },
  ({ date, time, itf, color, ...options }) =>
    answering(async () => {
      const { gateCommand } = await import("./commands/gate.ts");
      return gateCommand({
        ...options,
        ...formatsIn(options),
        adversary: undefined,
        date: Option.getOrUndefined(date),
        time: Option.getOrUndefined(time),
        itf: Option.getOrUndefined(itf),
        color: Option.getOrUndefined(color),
      });
    }),
).pipe(
  Command.withDescription("Search every version, and judge what is found by what was accepted"),
);

export const accept = Command.make(
  "accept",
  {
    only: Argument.String("promise").pipe(
      Argument.withDescription("promises or invariants that are accepted; all, if left out"),
      Argument.variadic(),
    ),
    by: Flag.String("by").pipe(Flag.withDescription("who accepts, and answers for it")),
    reason: Flag.String("reason").pipe(
      Flag.withDescription("why; what scenarios say of breaks that they expect, if left out"),
      Flag.optional,
    ),
    expires: Flag.String("expires").pipe(
      Flag.withDescription("the last day on which breaks are let through, e.g. 2027-01-31"),
      Flag.optional,
    ),
    date,
  },
  ({ reason, expires, date, ...options }) =>
    answering(async () => {
      const { acceptCommand } = await import("./commands/accept.ts");
      return acceptCommand({
        ...options,
        reason: Option.getOrUndefined(reason),
        expires: Option.getOrUndefined(expires),
        date: Option.getOrUndefined(date),
      });
    }),
).pipe(Command.withDescription("Accept what the gate found last, by name and for a time"));
