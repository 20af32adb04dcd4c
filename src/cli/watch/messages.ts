import type { TaskName } from "../project/project.ts";
import type { Effort } from "./judge.ts";

/** What a thread is told as it starts; it then waits to be asked. */
export interface RerunStart {
  readonly cwd: string;
  /** What the terminal is like, for whoever writes lines. */
  readonly look: Look;
  readonly effort: Effort;
  readonly scenarios: readonly string[];
  readonly protocol: string | undefined;
}

export interface Look {
  readonly flag: boolean | undefined;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** Which files have changed, and how long tasks took when they were last run, by {@link keyOf}. */
export interface Asked {
  readonly changed: readonly string[];
  readonly seconds: Readonly<Record<string, number>>;
}

/** What a thread tells as it goes: what is to be run; each task with its lines; that all is done, or what is wrong. */
export type Heard =
  | { readonly kind: "began"; readonly touched: number; readonly of: number }
  | {
      readonly kind: "task";
      readonly key: string;
      readonly seconds: number;
      readonly status: "passed" | "failed" | "insufficient" | "skipped";
      readonly lines: readonly string[];
    }
  | { readonly kind: "done" }
  | { readonly kind: "mistaken"; readonly lines: readonly string[] };

export const keyOf = ({ scenario, protocol }: TaskName): string => `${scenario}, ${protocol}`;
