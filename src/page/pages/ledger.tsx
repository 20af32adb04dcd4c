import type { JSX } from "preact";
import type { RunLedger } from "../../report/run.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";
import { NotFound } from "./not-found.tsx";

/** What became of every statement of the source, under each version. */
export const LedgerPage = ({ report }: { readonly report: Report }): JSX.Element => {
  const { ledger } = report.overview;
  if (!ledger) return <NotFound says={text.ledger.none} />;
  const protocols = Object.keys(ledger.rows[0]?.status ?? {});
  return (
    <section>
      <h1>{text.ledger.title(ledger.source)}</h1>
      <div class="scrolling" tabIndex={0} role="region" aria-label={text.nav.ledger}>
        <table class="ledger">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>
                {text.ledger.statement}
              </th>
              {protocols.map((name) => (
                <th key={name} scope="col">
                  <a href={addressOf([], { under: name })}>{name}</a>
                </th>
              ))}
              <th scope="col">{text.ledger.notes}</th>
            </tr>
          </thead>
          <tbody>
            {ledger.rows.map((row) => (
              <Row key={row.statement} row={row} protocols={protocols} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Row = ({
  row,
  protocols,
}: {
  readonly row: RunLedger["rows"][number];
  readonly protocols: readonly string[];
}): JSX.Element => {
  const { statement, says, checkedBy, status, truthGap, notYetChecked, notCheckable } = row;
  const notes = [
    truthGap && text.ledger.gap(truthGap.acceptedBecause),
    notYetChecked && text.ledger.notYet(notYetChecked),
    notCheckable && text.ledger.notCheckable(notCheckable),
  ].filter((note) => note !== undefined);
  return (
    <tr>
      <th scope="row" class="id">
        {statement}
      </th>
      <td class="says">{says}</td>
      {protocols.map((name) => (
        <td key={name} data-label={name}>
          <Verdict status={status[name] ?? "untested"} />
        </td>
      ))}
      <td class="notes">
        {checkedBy.length > 0 && (
          <span>
            {text.ledger.checkedBy} {checkedBy.join(", ")}.{" "}
          </span>
        )}
        {notes.join(". ")}
      </td>
    </tr>
  );
};
