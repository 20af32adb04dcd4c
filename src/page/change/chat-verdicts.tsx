import type { JSX } from "preact";
import type { ChatVerdict, DifferencePage } from "../../report/difference-report.ts";
import { Mark } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";
import { WitnessLink } from "./witness-link.tsx";

const looks = {
  identical: { status: "held, exhaustively within bounds", tone: "good" },
  // To be different is no harm by itself.
  different: { status: "truth gap", tone: "warn" },
  "not told apart": { status: "inconclusive", tone: "warn" },
} as const;

/** Whether each kind of chat is the same under both versions to whoever sees all that is so in it. */
export const ChatVerdicts = ({
  difference,
}: {
  readonly difference: DifferencePage;
}): JSX.Element | null => {
  const { chats } = difference;
  if (chats.length === 0) return null;
  return (
    <section aria-labelledby="chats">
      <h2 id="chats">{text.difference.kinds}</h2>
      <ul class="rules">
        {chats.map((chat) => (
          <li key={chat.chat} class="rule">
            <Mark status={looks[chat.verdict].status} />
            <div>
              <p>
                <b>{text.difference.chats(chat.chat)}</b>{" "}
                <span class={looks[chat.verdict].tone}>{verdictWords(chat)}</span>
              </p>
              {chat.witness && (
                <p>
                  {text.difference.goes(
                    chat.witness.of === "head" ? difference.head : difference.base,
                    chat.witness.of === "head" ? difference.base : difference.head,
                  )}{" "}
                  <WitnessLink of={chat} difference={difference} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const verdictWords = ({ verdict, exhaustive }: ChatVerdict): string =>
  verdict === "not told apart" && !exhaustive
    ? text.difference.notSeen
    : text.difference.verdict[verdict];
