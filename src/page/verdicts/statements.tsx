import type { JSX } from "preact";
import type { OverviewProtocol } from "../../report/html/overview.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { Mark, toneOf } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";

/** What became of every statement of the source under a version, in one line of signs. */
export const Statements = ({
  report: {
    overview: { ledger },
  },
  protocol: { name },
}: {
  readonly report: Report;
  readonly protocol: OverviewProtocol;
}): JSX.Element | null => {
  const rows = ledger?.rows.filter(({ status }) => status[name] !== undefined) ?? [];
  if (!ledger || rows.length === 0) return null;
  return (
    <nav class="statements" aria-label={text.ledger.title(ledger.source)}>
      <a href={addressOf(["ledger"])}>{text.nav.ledger}</a>
      <ul>
        {rows.map(({ statement, says, status }) => {
          const what = `${statement}: ${text.status[status[name]!].word}. ${says}`;
          return (
            <li key={statement}>
              <a
                href={addressOf(["ledger"])}
                class={toneOf(status[name]!)}
                title={what}
                aria-label={what}
              >
                <Mark status={status[name]!} size={15} /> {statement}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
