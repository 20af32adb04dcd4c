import type { JSX } from "preact";
import type { Board } from "../../report/board.ts";
import type { Carried, Moment } from "../../report/scenes.ts";
import { words } from "../../report/words.ts";
import { text } from "../texts/index.ts";

/** What else is told in tables of their own. */
const elsewhere: ReadonlySet<keyof Moment> = new Set(["knowledge", "promises"]);

interface Row {
  readonly section: keyof Moment;
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

/** What a step changed in the world: before and after. */
export const Difference = ({
  board,
  at,
}: {
  readonly board: Board;
  readonly at: number;
}): JSX.Element => {
  const rows = at === 0 ? [] : rowsOf(board, at);
  if (rows.length === 0) return <p class="quiet">{text.inspector.nothing}</p>;
  return (
    <dl class="difference">
      {rows.map(({ section, name, was, is }) => (
        <div key={`${section} ${name}`}>
          <dt>
            <bdi>{name}</bdi> <small>{text.inspector.sections[section]}</small>
          </dt>
          <dd>
            <del aria-label={`${text.inspector.was} ${was}`}>
              <bdi>{was}</bdi>
            </del>{" "}
            →{" "}
            <ins aria-label={`${text.inspector.is} ${is}`}>
              <bdi>{is}</bdi>
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
};

const rowsOf = ({ moments, steps }: Board, at: number): Row[] => {
  const [before, after] = [moments[at - 1]!, moments[at]!];
  const changed = Object.entries(steps[at - 1]!.changed) as [keyof Moment, object][];
  return changed
    .filter(([section]) => !elsewhere.has(section))
    .flatMap(([section, entries]) =>
      Object.keys(entries).flatMap((name): Row[] => {
        const [was, is] = [before[section][name], after[section][name]];
        if (section !== "memory") return [{ section, name, was: shown(was), is: shown(is) }];
        return fieldRows(name, was, is);
      }),
    );
};

/** Of what a part remembers, only the fields that are otherwise now. */
const fieldRows = (part: string, was: unknown, is: unknown): Row[] => {
  const [before, after] = [fieldsOf(was), fieldsOf(is)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => shown(before[field]) !== shown(after[field]))
    .map((field) => ({
      section: "memory" as const,
      name: `${part} · ${field}`,
      was: shown(before[field]),
      is: shown(after[field]),
    }));
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return text.inspector.absent;
  if (Array.isArray(value)) return value.map(shown).join(", ") || text.inspector.absent;
  return typeof value === "object" ? carriedWords(value as Carried) : String(value as number);
};

const carriedWords = ({ event = "", bodies = [] }: Partial<Carried>): string =>
  [eventName(event), ...bodies.map((body) => `“${body}”`)].filter(Boolean).join(" ");

/** What a message is, without what it says to machines. */
const eventName = (event: string): string => words(event.split(" ")[0]!.split(".").at(-1)!);
