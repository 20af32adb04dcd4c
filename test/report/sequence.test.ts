import { describe, expect, test } from "vitest";
import { setup } from "xstate";
import { diagramOf } from "../../src/machine/index.ts";
import { boardOfTrace } from "../../src/report/board.ts";
import { buildReport } from "../../src/report/build.ts";
import { chartMermaid } from "../../src/report/mermaid-chart.ts";
import { mermaidOf } from "../../src/report/mermaid.ts";
import { sequenceOf } from "../../src/report/sequence.ts";
import { sequenceLines } from "../../src/report/terminal-sequence.ts";
import { styleFor } from "../../src/report/terminal-style.ts";
import { door, doorTask, materialOf, peeped } from "./material.ts";

const learned = { type: "learned", by: "ben", message: "the paper" };

const [trace] = buildReport(
  materialOf([
    doorTask(door("glass"), {
      counterexamples: [
        {
          ...peeped,
          steps: [peeped.steps[0]!, { move: "deliver ana→ben", facts: [learned] }],
          fact: learned,
        },
      ],
    }),
  ]),
).traces;

const board = boardOfTrace(trace!, undefined, undefined);
const sequence = sequenceOf(board);

describe("a sequence diagram, of what a trace tells by itself", () => {
  test("has those who exchange messages, and a row for each move", () => {
    expect(sequence.lifelines.map(({ name }) => name)).toEqual(["ana", "ben"]);
    expect(sequence.rows.map(({ kind, from, to, breaks }) => [kind, from, to, breaks])).toEqual([
      ["alone", 0, 0, false],
      ["message", 0, 1, true],
    ]);
  });

  test("tells who reads what they must not", () => {
    expect(sequence.rows[1]!.readings).toEqual([{ lifeline: 1, by: "ben", reading: "forbidden" }]);
  });

  test("is drawn in a terminal", () => {
    const style = styleFor({ flag: false, env: {}, isTTY: false, columns: 60 });
    expect(sequenceLines(sequence, style)).toEqual([
      "                 ana                         ben            ",
      "                  |                           |",
      "              user ring                       |",
      " 1                *                           |",
      "                  |                           |",
      '                  |        "the paper"        |',
      "✗2                |-------------------------->|",
      "                  |                           !",
      "",
      "  o can read   ! reads, and must not   # has it under lock",
    ]);
  });

  test("goes into documents as Mermaid", () => {
    expect(mermaidOf(sequence).split("\n")).toEqual([
      "sequenceDiagram",
      "  autonumber",
      "  participant p0 as ana",
      "  participant p1 as ben",
      "  p0->>p0: user ring",
      "  p0->>p1: “the paper”",
      "  Note right of p1: read by ben (!)",
      "  Note over p0: ✗ here the promise is broken",
      "",
    ]);
  });
});

test("a statechart goes into documents as Mermaid", () => {
  const machine = setup({ guards: { isEven: () => true } }).createMachine({
    id: "lamp",
    initial: "off",
    states: {
      off: { on: { "user.press": { target: "on", guard: "isEven" } } },
      on: { initial: "dim", states: { dim: {}, bright: {} }, after: { 30: "off" } },
    },
  });
  expect(chartMermaid(diagramOf(machine)).split("\n")).toEqual([
    "stateDiagram-v2",
    '  state "off" as s0',
    '  state "on" as s1 {',
    '    state "dim" as s2',
    '    state "bright" as s3',
    "    [*] --> s2",
    "  }",
    "  [*] --> s0",
    "  s0 --> s1: user press [is even]",
    "  s1 --> s0: after 30",
    "",
  ]);
});
