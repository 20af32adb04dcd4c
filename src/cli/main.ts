import * as NodeServices from "@effect/platform-node/NodeServices";
import * as Cause from "effect/Cause";
import { Argument, CliConfig, CliOutput, Command, Flag, GlobalFlag } from "effect/cli";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Option from "effect/Option";
import { ExitCode } from "../report/exit-code.ts";
import { accept, diff, gate, merge } from "./change-commands.ts";
import { sorted } from "./failure.ts";
import {
  adversary,
  answering,
  cache,
  color,
  complain,
  count,
  formats,
  formatsIn,
  itf,
  json,
  protocol,
  runs,
  scenarios,
  seconds,
  seed,
  time,
  workers,
} from "./flags.ts";
import { version } from "./version.ts";

/**
 * The command line. It loads the engine only for a command that needs it, so that help is at hand at once.
 */
const run = Command.make(
  "run",
  {
    scenarios,
    protocol,
    adversary,
    runs,
    shard: Flag.String("shard").pipe(
      Flag.withDescription("only a part of the search, e.g. 1/4; sealcheck merge joins all parts"),
      Flag.optional,
    ),
    sampled: Flag.Boolean("sampled").pipe(
      Flag.withDescription("random runs also where visiting every state would be quick"),
      Flag.withDefault(false),
    ),
    guided: Flag.Boolean("guided").pipe(
      Flag.withDescription(
        "let earlier runs lead later ones, or not; if left out, where it finds more",
      ),
      Flag.optional,
    ),
    time,
    cache,
    seed,
    workers,
    itf,
    ...formats,
    json,
    color,
  },
  ({ protocol, time, itf, shard, color, ...options }) =>
    answering(async () => {
      const { runCommand } = await import("./commands/run.ts");
      return runCommand({
        ...options,
        shardAsked: Option.getOrUndefined(shard),
        guided: Option.getOrUndefined(options.guided),
        ...formatsIn(options),
        protocol: Option.getOrUndefined(protocol),
        adversary: Option.getOrUndefined(options.adversary),
        time: Option.getOrUndefined(time),
        itf: Option.getOrUndefined(itf),
        color: Option.getOrUndefined(color),
      });
    }),
).pipe(Command.withDescription("Search scenarios for stories that break a promise, and report"));

const check = Command.make(
  "check",
  {
    scenarios,
    protocol,
    adversary,
    faultsTogether: Flag.Boolean("faults-together").pipe(
      Flag.withDescription("let different kinds of fault come together; otherwise one at a time"),
      Flag.withDefault(false),
    ),
    noSymmetry: Flag.Boolean("no-symmetry").pipe(
      Flag.withDescription("visit also states that differ only in interchangeable names"),
      Flag.withDefault(false),
    ),
    slice: Flag.Boolean("slice").pipe(
      Flag.withDescription("one device, one business … at a time; the others keep still"),
      Flag.withDefault(false),
    ),
    time: seconds(
      "time",
      "time after which to stop, e.g. 5m; what is not settled is inconclusive",
    ).pipe(Flag.optional),
    states: count(
      "states",
      1,
      "states of a search after which to stop it; four million, if left out",
    ).pipe(Flag.withDefault(4_000_000)),
    memory: count("memory", 1, "MiB that visited states may take; half of what there is").pipe(
      Flag.optional,
    ),
    checkpoint: Flag.String("checkpoint").pipe(
      Flag.withDescription("file to which the search is saved every so often, and when it stops"),
      Flag.optional,
    ),
    checkpointEvery: count(
      "checkpoint-every",
      0,
      "seconds between two checkpoints; 30, if left out",
    ).pipe(Flag.withDefault(30)),
    resume: Flag.String("resume").pipe(
      Flag.withDescription(
        "checkpoint from which to go on; it comes to what it would have come to",
      ),
      Flag.optional,
    ),
    workers,
    itf,
    ...formats,
    json,
    color,
  },
  ({ protocol, noSymmetry, time, states, memory, itf, color, ...options }) =>
    answering(async () => {
      const { checkCommand } = await import("./commands/check.ts");
      return checkCommand({
        ...options,
        ...formatsIn(options),
        symmetry: !noSymmetry,
        protocol: Option.getOrUndefined(protocol),
        adversary: Option.getOrUndefined(options.adversary),
        time: Option.getOrUndefined(time),
        states,
        memory: Option.getOrUndefined(memory),
        checkpoint: Option.getOrUndefined(options.checkpoint),
        resume: Option.getOrUndefined(options.resume),
        itf: Option.getOrUndefined(itf),
        color: Option.getOrUndefined(color),
      });
    }),
).pipe(Command.withDescription("Visit every state that scenarios can reach, and report"));

const attacks = Command.make(
  "attacks",
  { scenarios, workers, json, color },
  ({ color, ...options }) =>
    answering(async () => {
      const { attacksCommand } = await import("./commands/attacks.ts");
      return attacksCommand({ ...options, color: Option.getOrUndefined(color) });
    }),
).pipe(Command.withDescription("Look for attacks that are known, where they are and where not"));

const replay = Command.make(
  "replay",
  {
    trace: Argument.String("trace").pipe(
      Argument.withDescription("a token of a report, or a file with a trace"),
    ),
    json,
    color,
  },
  ({ color, ...options }) =>
    answering(async () => {
      const { replayCommand } = await import("./commands/replay.ts");
      return replayCommand({ ...options, color: Option.getOrUndefined(color) });
    }),
).pipe(Command.withDescription("Tell a trace again, step by step, on live actors"));

const report = Command.make(
  "report",
  {
    run: Argument.String("run").pipe(
      Argument.withDescription("the run.json of a search, with what lies beside it"),
    ),
  },
  (options) =>
    answering(async () => {
      const { reportCommand } = await import("./commands/report.ts");
      return reportCommand(options);
    }),
).pipe(Command.withDescription("Make the page of a report again"));

const show = Command.make(
  "show",
  {
    trace: Argument.String("trace").pipe(
      Argument.withDescription(
        "a token, a file with a trace, or the key of one in the last report",
      ),
    ),
    color,
  },
  ({ trace, color }) =>
    answering(async () => {
      const { showCommand } = await import("./commands/show.ts");
      return showCommand({ trace, color: Option.getOrUndefined(color) });
    }),
).pipe(Command.withDescription("Draw a trace as a sequence diagram"));

const explore = Command.make(
  "explore",
  {
    scenario: Argument.String("scenario").pipe(
      Argument.withDescription("where to begin; the page lists all, if left out"),
      Argument.optional,
    ),
    protocol,
    port: count("port", 0, "port on this machine; any that is free, if left out").pipe(
      Flag.withDefault(0),
    ),
  },
  ({ scenario, protocol, port }) =>
    answering(async () => {
      const { exploreCommand } = await import("./commands/explore.ts");
      return exploreCommand({
        scenario: Option.getOrUndefined(scenario),
        protocol: Option.getOrUndefined(protocol),
        port,
      });
    }),
).pipe(Command.withDescription("Serve a page on which one plays scenarios by hand"));

const list = Command.make(
  "list",
  {
    hash: Flag.Boolean("hash").pipe(
      Flag.withDescription("print only the hash of all that results follow from, for a cache"),
      Flag.withDefault(false),
    ),
    json,
    color,
  },
  ({ color, ...options }) =>
    answering(async () => {
      const { listCommand } = await import("./commands/list.ts");
      return listCommand({ ...options, color: Option.getOrUndefined(color) });
    }),
).pipe(Command.withDescription("Show scenarios, protocols and promises"));

const watch = Command.make(
  "watch",
  {
    scenarios,
    protocol,
    runs: count("runs", 1, "random runs where there are too many states; 500, if left out").pipe(
      Flag.withDefault(500),
    ),
    seed,
    color,
  },
  ({ protocol, color, ...options }) =>
    answering(async () => {
      const { watchCommand } = await import("./commands/watch.ts");
      return watchCommand({
        ...options,
        protocol: Option.getOrUndefined(protocol),
        color: Option.getOrUndefined(color),
      });
    }),
).pipe(Command.withDescription("Run what a change touches, as soon as it is saved"));

const explain = Command.make(
  "explain",
  {
    name: Argument.String("name").pipe(
      Argument.withDescription("a promise, an invariant or a scenario"),
    ),
  },
  (options) =>
    answering(async () => {
      const { explainCommand } = await import("./commands/explain.ts");
      return explainCommand(options);
    }),
).pipe(Command.withDescription("Explain a promise, an invariant or a scenario in plain words"));

const selfTest = Command.make(
  "selftest",
  {
    scenarios,
    steps: count("steps", 1, "steps in all; 50,000, if left out").pipe(Flag.withDefault(50_000)),
    seed,
    workers,
  },
  (options) =>
    answering(async () => {
      const { selfTestCommand } = await import("./commands/self-test.ts");
      return selfTestCommand(options);
    }),
).pipe(Command.withDescription("Compare tables with live actors, step by step"));

const attackers = Command.make(
  "attackers",
  {
    scenarios,
    protocol,
    adversary,
    states: count(
      "states",
      1,
      "states of one search after which to stop it; two million, if left out",
    ).pipe(Flag.withDefault(2_000_000)),
    time,
    workers,
    json,
    color,
  },
  ({ protocol, adversary, time, color, ...options }) =>
    answering(async () => {
      const { attackersCommand } = await import("./commands/attackers.ts");
      return attackersCommand({
        ...options,
        protocol: Option.getOrUndefined(protocol),
        adversary: Option.getOrUndefined(adversary),
        time: Option.getOrUndefined(time),
        color: Option.getOrUndefined(color),
      });
    }),
).pipe(Command.withDescription("Tell which adversary first breaks each promise, and by what"));

const mutate = Command.make(
  "mutate",
  {
    mutants: Argument.String("mutant").pipe(
      Argument.withDescription("part of a mutant's name; all mutants, if left out"),
      Argument.variadic(),
    ),
    protocol: Flag.String("protocol").pipe(
      Flag.withDescription(
        "which protocol to break; if left out, the one that no scenario expects to break anything",
      ),
      Flag.optional,
    ),
    time: seconds(
      "time",
      "time after which no more mutants are tried; ten minutes, if left out",
    ).pipe(Flag.withDefault(600)),
    workers,
    json,
    color,
  },
  ({ protocol, color, ...options }) =>
    answering(async () => {
      const { mutateCommand } = await import("./commands/mutate.ts");
      return mutateCommand({
        ...options,
        protocol: Option.getOrUndefined(protocol),
        color: Option.getOrUndefined(color),
      });
    }),
).pipe(
  Command.withDescription("Break a protocol in many ways, and tell which its promises notice"),
);

const init = Command.make(
  "init",
  {
    folder: Argument.String("folder").pipe(
      Argument.withDescription("where to write it; here, if left out"),
      Argument.withDefault("."),
    ),
  },
  (options) =>
    answering(async () => {
      const { initCommand } = await import("./commands/init.ts");
      return initCommand(options);
    }),
).pipe(Command.withDescription("Write a small protocol to begin with, its promises and CI"));

const sealcheck = Command.make("sealcheck").pipe(
  Command.withDescription("Tests whether a messaging protocol keeps its privacy promises."),
  Command.withSubcommands([
    init,
    run,
    check,
    watch,
    attackers,
    mutate,
    attacks,
    gate,
    accept,
    diff,
    merge,
    report,
    replay,
    show,
    explore,
    list,
    explain,
    selfTest,
  ]),
);

/** Says only what is wrong where something is; help is for those who ask for it. */
const presenter = CliOutput.layerPresenter({
  present: (event) =>
    "errors" in event
      ? Effect.sync(() => {
          for (const error of event.errors) complain(error.message);
          complain(`  do:  ${event.commandPath.join(" ")} --help shows what there is`);
        })
      : CliOutput.defaultPresenter.present(event),
});

// Whoever reads our output may stop reading, as `head` does. What had not ended by then must not look like success.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") process.exit(process.exitCode ?? ExitCode.interrupted);
});

await Effect.runPromise(
  Command.runWith(sealcheck, { version })(process.argv.slice(2)).pipe(
    Effect.catchTag("ShowHelp", () => Effect.sync(() => void (process.exitCode = ExitCode.usage))),
    Effect.catchCause((cause) =>
      Effect.sync(() => {
        complain(sorted(Cause.squash(cause)).message);
        process.exitCode = ExitCode.internal;
      }),
    ),
    Effect.provide(
      Layer.mergeAll(
        NodeServices.layer,
        presenter,
        CliConfig.layer({ builtIns: [GlobalFlag.Help, GlobalFlag.Version] }),
      ),
    ),
  ),
);
