import { describe, expect, test } from "vitest";
import { ProgressLine, standing } from "../../src/cli/progress.ts";
import { styleFor } from "../../src/report/index.ts";

/** A stream that keeps what is written to it. */
const stage = (isTTY: boolean): { line: ProgressLine; written: string[] } => {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  const style = styleFor({ flag: false, env: {}, isTTY, columns: 80 });
  const told = (...lines: readonly string[]): void => void written.push(...lines);
  const stream = { isTTY, write } as unknown as NodeJS.WriteStream;
  return { line: new ProgressLine({ out: told, err: told, told, style, stream }, 0), written };
};

const state = { done: 1, of: 4, moves: 3000, seconds: 2 };

describe("progress", () => {
  test.each([
    [state, "25 %, 1,500 moves/s, 6 s left"],
    [{ done: 0, of: 4, moves: 0, seconds: 0 }, "0 %, 0 moves/s"],
    [{ done: 4, of: 4, moves: 10, seconds: 1 }, "100 %, 10 moves/s, 0 s left"],
  ])("%j", (now, told) => expect(standing(now)).toBe(told));

  test("on a terminal stays in its line, at most ten times a second, and makes room again", () => {
    const { line, written } = stage(true);
    for (let now = 1; now <= 250; now++) line.show(now, standing(state));
    expect(written).toEqual([
      "\r\u001b[K25 %, 1,500 moves/s, 6 s left",
      "\r\u001b[K25 %, 1,500 moves/s, 6 s left",
    ]);
    line.clear();
    line.clear();
    expect(written.slice(2)).toEqual(["\r\u001b[K"]);
  });

  test("elsewhere is a line each half minute", () => {
    const { line, written } = stage(false);
    for (let now = 0; now <= 90_000; now += 500) line.show(now, standing(state));
    line.clear();
    expect(written).toEqual(Array.from({ length: 3 }, () => "25 %, 1,500 moves/s, 6 s left"));
  });
});
