import { Chalk } from "chalk";

/** What a terminal can show, found out once. */
export interface Style {
  /** Columns to wrap at. */
  readonly width: number;
  readonly pass: string;
  readonly fail: string;
  readonly unsure: string;
  /** Marks the step that breaks a promise. */
  readonly breaks: string;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly warn: Paint;
  /** A text without signs that the terminal cannot show. */
  readonly plain: Paint;
}

type Paint = (text: string) => string;

/** What the look of the output depends on. */
export interface Surroundings {
  /** `--color` or `--no-color`, if given. */
  readonly flag: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** Whether to colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
export const coloured = ({ flag, env, isTTY }: Surroundings): boolean => {
  if (flag !== undefined) return flag;
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTTY && env["TERM"] !== "dumb";
};

/** Whether signs beyond ASCII can be shown; a terminal that says nothing of its locale is taken to be able to. */
export const unicode = (env: Surroundings["env"]): boolean => {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return locale === "" || /utf-?8/i.test(locale);
};

const narrowest = 60;
const widest = 100;

/** The style for a terminal, or for a pipe. */
export const styleFor = (surroundings: Surroundings): Style => {
  const { env, columns } = surroundings;
  const chalk = new Chalk({ level: coloured(surroundings) ? 1 : 0 });
  const signs = unicode(env);
  const wanted = columns ?? (Number(env["COLUMNS"]) || widest);
  return {
    width: Math.min(widest, Math.max(narrowest, wanted)),
    pass: chalk.green(signs ? "✓" : "[ok]"),
    fail: chalk.red(signs ? "✗" : "[FAIL]"),
    unsure: chalk.yellow(signs ? "∅" : "[none]"),
    breaks: chalk.red(signs ? "✗" : "X"),
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warn: (text) => chalk.yellow(text),
    plain: signs ? (text) => text : ascii,
  };
};

const ascii = (text: string): string =>
  text
    .replaceAll("→", "->")
    .replaceAll("—", "-")
    .replaceAll("…", "...")
    .replaceAll("✗", "X")
    .replaceAll("✓", "ok")
    .replaceAll(/[^\p{ASCII}]/gu, "?");
