import { Argument, Command, Flag } from "effect/cli";
import * as Option from "effect/Option";
import {
  answering,
  cache,
  color,
  count,
  formats,
  formatsIn,
  itf,
  json,
  runs,
  scenarios,
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
  { date, runs, time, cache, seed, workers, itf, ...formats, json, color },
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

export const diff = Command.make(
  "diff",
  {
    base: Argument.String("base").pipe(
      Argument.withDescription(
        "a version of the protocol by its name, or a revision of the repository",
      ),
    ),
    head: Argument.String("head").pipe(Argument.withDescription("the other one, which is judged")),
    scenarios,
    states: count(
      "states",
      1,
      "states of each version in a scenario that are visited; 40,000, if left out",
    ).pipe(Flag.withDefault(40_000)),
    factsOnly: Flag.Boolean("facts-only").pipe(
      Flag.withDescription("compare facts alone, which is quicker; no promise is judged"),
      Flag.withDefault(false),
    ),
    runs: count(
      "runs",
      1,
      "random runs that judge promises where there are too many states; 2,000, if left out",
    ).pipe(Flag.withDefault(2000)),
    seed,
    workers,
    json,
    color,
  },
  ({ color, ...options }) =>
    answering(async () => {
      const { diffCommand } = await import("./commands/diff.ts");
      return diffCommand({ ...options, color: Option.getOrUndefined(color) });
    }),
).pipe(
  Command.withDescription("Tell who can newly learn, store or hide what under another version"),
);

export const merge = Command.make("merge", { ...formats, json, color }, ({ color, ...options }) =>
  answering(async () => {
    const { mergeCommand } = await import("./commands/merge.ts");
    return mergeCommand({
      ...options,
      ...formatsIn(options),
      color: Option.getOrUndefined(color),
    });
  }),
).pipe(Command.withDescription("Put the shards of a run together to one report"));
