import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Board } from "../../report/board.ts";
import { derivationWords } from "../../report/derivation-words.ts";
import type { Reason } from "../../report/scenes.ts";
import { readingAt } from "../../report/sequence.ts";
import { ReadingSign } from "../signs/reading.tsx";
import { text } from "../texts/index.ts";

/** Who can read what: a row for each message, a column for each coalition that has any of them. */
export const Knowledge = ({
  board,
  at,
}: {
  readonly board: Board;
  readonly at: number;
}): JSX.Element => {
  const { knowledge } = board.moments[at]!;
  // Columns stay where they are while one steps.
  const last = board.moments.at(-1)!.knowledge;
  const coalitions = board.stage.coalitions.filter(
    (name) => Object.keys(last[name] ?? {}).length > 0,
  );
  const messages = [...new Set(Object.values(knowledge).flatMap(Object.keys))].toSorted();
  const [asked, ask] = useState<string>();
  if (messages.length === 0) return <p class="quiet">{text.inspector.nobody}</p>;
  const reasons = board.reasons.filter(({ step }) => step <= at);
  const reason = reasons.find((each) => nameOf(each) === asked);
  return (
    <>
      <div class="scrolling" tabIndex={0} role="region" aria-label={text.inspector.knowledge}>
        <table class={coalitions.length > lyingMost ? "knowledge upright" : "knowledge"}>
          <thead>
            <tr>
              <th scope="col">{text.inspector.message}</th>
              {coalitions.map((name) => (
                <th key={name} scope="col" title={name}>
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {messages.map((message) => (
              <tr key={message}>
                <th scope="row">
                  <bdi>{message}</bdi>
                </th>
                {coalitions.map((by) => (
                  <Cell
                    key={by}
                    board={board}
                    at={at}
                    by={by}
                    message={message}
                    reasons={reasons}
                    asked={asked}
                    ask={ask}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reason && <Why reason={reason} />}
      <Observed board={board} at={at} />
    </>
  );
};

/** The names of so many coalitions lie side by side; those of more stand upright, so that all columns are in sight. */
const lyingMost = 3;

const nameOf = ({ by, message }: { readonly by: string; readonly message: string }): string =>
  `${by}\n${message}`;

const Cell = ({
  board,
  at,
  by,
  message,
  reasons,
  asked,
  ask,
}: {
  readonly board: Board;
  readonly at: number;
  readonly by: string;
  readonly message: string;
  readonly reasons: readonly Reason[];
  readonly asked: string | undefined;
  readonly ask: (name: string | undefined) => void;
}): JSX.Element => {
  const reading = readingAt(board, board.moments[at]!, at, by, message);
  if (reading === undefined) return <td />;
  const name = nameOf({ by, message });
  const isNew =
    at > 0 &&
    board.moments[at - 1]!.knowledge[by]?.[message] !== board.moments[at]!.knowledge[by]?.[message];
  const says = `${by} ${text.trace.legend[reading]}`;
  const explained = reasons.some((each) => nameOf(each) === name);
  return (
    <td class={isNew ? "new" : ""}>
      {explained ? (
        <button
          type="button"
          class="why"
          aria-expanded={asked === name}
          aria-label={`${says}. ${text.inspector.why}`}
          title={`${says}. ${text.inspector.why}`}
          onClick={() => ask(asked === name ? undefined : name)}
        >
          <ReadingSign reading={reading} />
        </button>
      ) : (
        <span title={says}>
          <ReadingSign reading={reading} />
          <span class="unseen">{says}</span>
        </span>
      )}
    </td>
  );
};

/** How somebody came to read a message: each thing above what it follows from. */
const Why = ({ reason: { by, message, derivation } }: { readonly reason: Reason }): JSX.Element => (
  <div class="derivation" role="status">
    <h3>{text.inspector.whyTitle(by, message)}</h3>
    <ul>
      {derivationWords(derivation).map(({ depth, text: line }, at) => (
        <li key={at} style={{ marginLeft: `${depth * 16}px` }}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  </div>
);

const Observed = ({
  board,
  at,
}: {
  readonly board: Board;
  readonly at: number;
}): JSX.Element | null => {
  const observed = board.steps[at - 1]?.observed ?? [];
  if (observed.length === 0) return null;
  return (
    <details class="observed">
      <summary>
        {text.inspector.observed} ({observed.length})
      </summary>
      <ul>
        {observed.map(({ by, term }, index) => (
          <li key={index}>
            <b>
              <bdi>{by}</bdi>
            </b>{" "}
            <bdi>{term}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
};
