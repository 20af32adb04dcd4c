import { styleFor, type Style } from "../report/index.ts";

/** Where a command speaks: what was asked for goes to `out`, everything about it to `err`. */
export interface Output {
  readonly out: (...lines: readonly string[]) => void;
  readonly err: (...lines: readonly string[]) => void;
  /** Of the stream that people read. */
  readonly style: Style;
  /** The stream that people read: standard output, or standard error where JSON goes to the first. */
  readonly told: (...lines: readonly string[]) => void;
  /** Replaces the last line of that stream; only on a terminal. */
  readonly stream: NodeJS.WriteStream;
}

/** Speaks to a person, or with `json` to a program on standard output and to people beside it. */
export const outputFor = ({
  json,
  color,
}: {
  json: boolean;
  color?: boolean | undefined;
}): Output => {
  const stream = json ? process.stderr : process.stdout;
  const style = styleFor({
    flag: color,
    env: process.env,
    isTTY: stream.isTTY ?? false,
    columns: stream.isTTY ? stream.columns : undefined,
  });
  const to =
    (target: NodeJS.WriteStream, plain: (text: string) => string) =>
    (...lines: readonly string[]): void => {
      for (const line of lines) target.write(`${plain(line)}\n`);
    };
  return {
    out: to(process.stdout, (text) => text),
    err: to(process.stderr, style.plain),
    told: to(stream, style.plain),
    style,
    stream,
  };
};
