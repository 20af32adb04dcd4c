import type { Board, BoardStep } from "./board.ts";
import type { Moment } from "./scenes.ts";
import { words } from "./words.ts";

/** A story as a sequence diagram: lifelines side by side, and a row for each step. */
export interface Sequence {
  readonly lifelines: readonly Lifeline[];
  readonly rows: readonly SequenceRow[];
}

export interface Lifeline {
  /** A unit, or a coalition that sees something and acts nowhere. */
  readonly name: string;
  readonly owner: string;
}

export interface SequenceRow {
  readonly step: BoardStep;
  /** Between which lifelines, by their places; the same twice for what somebody does alone. */
  readonly from: number;
  readonly to: number;
  readonly kind: "message" | "lost" | "alone" | "everywhere";
  /** What is done, in few words. */
  readonly label: string;
  /** The messages that it is about. */
  readonly messages: readonly string[];
  /** Who reads the first of them after this step, or has it under lock, at the first lifeline of each. */
  readonly readings: readonly RowReading[];
  readonly breaks: boolean;
}

export interface RowReading {
  readonly lifeline: number;
  readonly by: string;
  readonly reading: "reads" | "forbidden" | "holds";
}

/** The diagram of a board; where several lie side by side, all have the same lifelines. */
export const sequenceOf = (board: Board, all: readonly Board[] = [board]): Sequence => {
  const lifelines = lifelinesOf(all);
  return { lifelines, rows: board.steps.map((step) => rowOf(step, board, lifelines)) };
};

/** Units in the order in which they take part, those that exchange messages first; then whoever only sees. */
const lifelinesOf = (boards: readonly Board[]): Lifeline[] => {
  const ownerOf = new Map(
    boards.flatMap(({ stage }) => stage.parts.map(({ unit, owner }) => [unit, owner])),
  );
  const [steps, moments] = [
    boards.flatMap((board) => board.steps),
    boards.flatMap((board) => board.moments),
  ];
  const units = new Set([
    ...steps.flatMap(({ act }) => ("channel" in act ? [act.from, act.to] : [])),
    ...steps.flatMap(({ act }) => ("unit" in act ? [act.unit] : [])),
  ]);
  const shown = new Set([...units].map((unit) => ownerOf.get(unit) ?? unit));
  const others = new Set(
    moments.flatMap(({ knowledge }) =>
      Object.entries(knowledge).flatMap(([by, known]) =>
        Object.keys(known).length > 0 && !shown.has(by) ? [by] : [],
      ),
    ),
  );
  return [
    ...[...units].map((name) => ({ name, owner: ownerOf.get(name) ?? name })),
    ...[...others].map((name) => ({ name, owner: name })),
  ];
};

const rowOf = (step: BoardStep, board: Board, lifelines: readonly Lifeline[]): SequenceRow => {
  const { act } = step;
  const place = (unit: string): number => lifelines.findIndex(({ name }) => name === unit);
  const messages = messagesIn(step);
  const common = {
    step,
    messages,
    readings: readingsOf(messages[0], step.number, board, lifelines),
    breaks: board.breach?.at === step.number,
    label: labelOf(step),
  };
  if ("channel" in act)
    return {
      ...common,
      from: place(act.from),
      to: place(act.to),
      kind: act.kind === "drop" || act.kind === "suppress" ? "lost" : "message",
    };
  if ("unit" in act) {
    const at = place(act.unit);
    return { ...common, from: at, to: at, kind: "alone" };
  }
  return { ...common, from: 0, to: Math.max(0, lifelines.length - 1), kind: "everywhere" };
};

const messagesIn = ({ taken, sent, facts, act }: BoardStep): string[] => {
  const carried = taken ? taken.bodies : sent.flatMap(({ bodies }) => bodies);
  if (carried.length > 0 || !("unit" in act || "channel" in act)) return [...new Set(carried)];
  const learned = facts.flatMap(({ type, message }) =>
    type === "learned" && message !== undefined ? [String(message)] : [],
  );
  return [...new Set(learned)];
};

const labelOf = ({ act, taken, words: told }: BoardStep): string => {
  const failed = act.crashedAfter === undefined ? "" : " (crashes on the way)";
  switch (act.kind) {
    case "intent":
      return intentWords(act.event) + failed;
    case "timer":
      return `timer: ${act.timer}${failed}`;
    case "deliver":
    case "drop":
    case "duplicate":
    case "reorder":
    case "suppress":
    case "overtake":
    case "replay":
    case "inject": {
      const event = taken ? eventWords(taken.event) : "";
      const manner = manners[act.kind];
      return [event, manner && (event ? `(${manner})` : manner)].filter(Boolean).join(" ") + failed;
    }
    case "offline":
      return "goes offline";
    case "online":
      return "is online again";
    case "crash":
      return "crashes and starts again";
    case "skew":
      return "its clock runs ahead";
    default:
      return told;
  }
};

const manners = {
  deliver: "",
  drop: "lost",
  duplicate: "doubled",
  reorder: "out of order",
  suppress: "taken off by the adversary",
  overtake: "let past by the adversary",
  replay: "sent again by the adversary",
  inject: "made up by the adversary",
} as const;

/** `user.compose kind=text` → "user compose text"; what is quoted is told as a message. */
const intentWords = (event: string): string => {
  const [type = "", ...rest] = event.replace(/ "[^]*"$/, "").split(" ");
  return [words(type), ...rest].join(" ");
};

/** `net.toBusiness from=ana mode=self` → "to business". */
const eventWords = (event: string): string => words(event.split(" ")[0]!.split(".").at(-1)!);

const readingsOf = (
  message: string | undefined,
  step: number,
  board: Board,
  lifelines: readonly Lifeline[],
): RowReading[] => {
  if (message === undefined) return [];
  const moment = board.moments[step]!;
  const first = new Map(lifelines.map(({ owner }, at) => [owner, at] as const).toReversed());
  return Object.keys(moment.knowledge).flatMap((by) => {
    const reading = readingAt(board, moment, step, by, message);
    const lifeline = first.get(by);
    return reading === undefined || lifeline === undefined ? [] : [{ lifeline, by, reading }];
  });
};

/** How a coalition stands to a message after a step. */
export const readingAt = (
  { breach }: Pick<Board, "breach">,
  { knowledge }: Moment,
  step: number,
  by: string,
  message: string,
): RowReading["reading"] | undefined => {
  const known = knowledge[by]?.[message];
  const forbidden =
    known === "reads" &&
    breach?.reading?.by === by &&
    breach.reading.message === message &&
    (typeof breach.at !== "number" || step >= breach.at);
  return forbidden ? "forbidden" : known;
};
