import * as Cause from "effect/Cause";
import { Argument, Flag } from "effect/cli";
import * as Config from "effect/Config";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import { availableParallelism } from "node:os";
import type { Mistake } from "../mistake.ts";
import { ExitCode } from "../report/exit-code.ts";
import { usual } from "../search/effort.ts";
import { sorted, type InternalError } from "./failure.ts";

/**
 * What several commands have in common on the command line: flags, and how they answer.
 */
type Answer = Effect.Effect<ExitCode, Mistake | InternalError>;

export const complain = (text: string): void => void process.stderr.write(`${text}\n`);

/** Runs a command, tells its failure, and leaves its exit code to the process. */
export const answering = (load: () => Promise<Answer>): Effect.Effect<void> =>
  Effect.tryPromise({ try: load, catch: sorted }).pipe(
    Effect.flatten,
    Effect.catchCause((cause) =>
      Effect.sync((): ExitCode => {
        const error = sorted(Cause.squash(cause));
        complain(error.message);
        return error.name === "Mistake" ? ExitCode.usage : ExitCode.internal;
      }),
    ),
    Effect.map((code) => void (process.exitCode = code)),
  );

const atLeast = (least: number) => (value: number) => Number.isSafeInteger(value) && value >= least;

export const count = (name: string, least: number, about: string) =>
  Flag.Int(name).pipe(
    Flag.filter(atLeast(least), () => `a whole number, at least ${least}`),
    Flag.withDescription(about),
  );

export const scenarios = Argument.String("scenario").pipe(
  Argument.withDescription("name of a scenario, or of a folder of them; all, if left out"),
  Argument.variadic(),
);
export const json = Flag.Boolean("json").pipe(
  Flag.withDescription("print JSON on standard output, and everything else on standard error"),
  Flag.withDefault(false),
);
export const color = Flag.Boolean("color").pipe(
  Flag.withDescription("colour the output, or not, whatever the terminal says"),
  Flag.optional,
);
export const seed = count("seed", 0, "seed of all randomness; 1, if left out").pipe(
  Flag.withDefault(usual.seed),
);
export const workers = Flag.Int("workers").pipe(
  Flag.withFallbackConfig(Config.Int("SEALCHECK_WORKERS")),
  Flag.filter(
    atLeast(1),
    () => "a whole number, at least 1; without the flag, in SEALCHECK_WORKERS",
  ),
  Flag.withDescription(
    "worker threads; as many as SEALCHECK_WORKERS says, or one per core, if left out",
  ),
  Flag.withDefault(availableParallelism()),
);

export const protocol = Flag.String("protocol").pipe(
  Flag.withDescription("only under this protocol"),
  Flag.optional,
);

export const adversary = Flag.String("adversary").pipe(
  Flag.withDescription("let this adversary attack in every scenario whose protocol declares it"),
  Flag.optional,
);

export const itf = Flag.String("itf").pipe(
  Flag.withDescription(
    "write the traces of broken promises in ITF to this file; {trace} in its name stands for each",
  ),
  Flag.optional,
);

export const runs = count(
  "runs",
  1,
  "random runs of each scenario under each protocol; 20,000, if left out",
).pipe(Flag.withDefault(usual.runs));
/** A span of time in seconds, as people write it: 300, 90s, 5m or 1h. */
export const seconds = (name: string, about: string) =>
  Flag.String(name).pipe(
    Flag.filterMap(
      (text) => Option.fromNullishOr(secondsIn(text)),
      () => "a time of at least one second, such as 300, 90s, 5m or 1h",
    ),
    Flag.withDescription(about),
  );

const secondsOf = { "": 1, s: 1, m: 60, h: 3600 } as const;

const secondsIn = (text: string): number | undefined => {
  const [, figure, unit] = /^(\d{1,9})([smh]?)$/.exec(text) ?? [];
  const time = Number(figure) * secondsOf[(unit ?? "") as keyof typeof secondsOf];
  return time >= 1 ? time : undefined;
};

export const time = seconds("time", "time after which to stop with what was found, e.g. 5m").pipe(
  Flag.optional,
);

export const cache = Flag.Boolean("cache").pipe(
  Flag.withDescription(
    "take what is known of unchanged models from reports/cache, and keep it there",
  ),
  Flag.withDefault(false),
);

/** A file for each format that other programs read. */
const outputs = Object.fromEntries(
  Object.entries({
    junit: "JUnit's XML",
    sarif: "SARIF 2.1.0",
    summary: "a summary in Markdown",
    comment: "a comment on a pull request, in Markdown",
    "code-quality": "GitLab's Code Quality",
    tyche: "lines of JSON for Tyche",
  }).map(([name, what]) => [
    name,
    Flag.String(name).pipe(Flag.withDescription(`write ${what} to this file`), Flag.optional),
  ]),
);
export const github = Flag.Boolean("github").pipe(
  Flag.withDescription("annotate lines of a pull request, and write the summary of the step"),
  Flag.withDefault(false),
);
const since = Flag.String("since").pipe(
  Flag.withDescription("show breaks at lines that have changed since this revision"),
  Flag.optional,
);
export const formats = { ...outputs, github, since };

/** What the formats above were asked for. */
export const formatsIn = (options: object) => {
  const asked = Object.entries(options).flatMap(([name, file]) =>
    name in outputs && Option.isOption(file) && Option.isSome(file)
      ? [[name === "code-quality" ? "codeQuality" : name, String(file.value)]]
      : [],
  );
  return {
    formats: {
      files: Object.fromEntries(asked) as Record<string, string>,
      github: "github" in options && options.github === true,
      since:
        "since" in options && Option.isOption(options.since) && Option.isSome(options.since)
          ? String(options.since.value)
          : undefined,
    },
  };
};
