import type { JSX } from "preact";
import type { DifferencePage } from "../../report/difference-report.ts";
import type { Drift, VerdictDifference } from "../../report/verdict-difference.ts";
import { text } from "../texts/index.ts";
import { ScrollingTable } from "./scrolling-table.tsx";

/** Promises, scenarios and evidence that came or went without any verdict having turned. */
export const EvidenceDrift = ({
  difference,
}: {
  readonly difference: DifferencePage;
}): JSX.Element | null => {
  const { promises } = difference;
  if (!promises) return null;
  return (
    <>
      <Listed title={text.difference.gone} items={promises.gone} tone="warn" />
      <Listed title={text.difference.added} items={promises.added} tone="" />
      <Drifts drifts={promises.drifts} head={difference.head} />
      <Narrowed narrowed={promises.narrowed} />
    </>
  );
};

const Listed = ({
  title,
  items,
  tone,
}: {
  readonly title: string;
  readonly items: readonly string[];
  readonly tone: string;
}): JSX.Element | null =>
  items.length === 0 ? null : (
    <section>
      <h2 class={tone}>{title}</h2>
      <ul class="items">
        {items.map((item) => (
          <li key={item}>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );

const Drifts = ({
  drifts,
  head,
}: {
  readonly drifts: readonly Drift[];
  readonly head: string;
}): JSX.Element | null => {
  const weaker = drifts.filter((drift) => drift.weaker.length > 0);
  const stronger = drifts.filter((drift) => drift.weaker.length === 0);
  if (drifts.length === 0) return null;
  const title = text.difference.drift;
  return (
    <section class="plain-hides">
      <h2>{title}</h2>
      <p class="lead">{text.difference.driftSays}</p>
      {weaker.length > 0 && <DriftTable label={title} drifts={weaker} head={head} />}
      {stronger.length > 0 && (
        <details>
          <summary>{text.difference.onlyStronger(stronger.length)}</summary>
          <DriftTable
            label={text.difference.onlyStronger(stronger.length)}
            drifts={stronger}
            head={head}
          />
        </details>
      )}
    </section>
  );
};

const DriftTable = ({
  label,
  drifts,
  head,
}: {
  readonly label: string;
  readonly drifts: readonly Drift[];
  readonly head: string;
}): JSX.Element => {
  const ways = (["weaker", "stronger"] as const).filter((way) =>
    drifts.some((drift) => drift[way].length > 0),
  );
  return (
    <ScrollingTable
      label={label}
      kind="changes drifts"
      heads={[text.difference.promise, ...ways.map((way) => text.difference[way])]}
    >
      {drifts.map((drift) => (
        <tr key={`${drift.invariant} ${drift.protocol}`}>
          <th scope="row" class="id">
            <bdi>{drift.invariant}</bdi>
            {drift.protocol !== head && (
              <small>
                <bdi>{drift.protocol}</bdi>
              </small>
            )}
          </th>
          {ways.map((way) => (
            <td key={way} data-label={drift[way].length > 0 ? `${text.difference[way]}:` : ""}>
              {drift[way].join("; ")}
            </td>
          ))}
        </tr>
      ))}
    </ScrollingTable>
  );
};

const Narrowed = ({ narrowed }: Pick<VerdictDifference, "narrowed">): JSX.Element | null =>
  narrowed.length === 0 ? null : (
    <section class="plain-hides">
      <h2>{text.difference.narrowed}</h2>
      <ul class="items">
        {narrowed.map(({ scenario, protocol, ways }) => (
          <li key={`${scenario} ${protocol}`}>
            <b>
              <bdi>{scenario}</bdi>
            </b>{" "}
            <small>{text.promise.under(protocol)}</small>: {ways.join("; ")}
          </li>
        ))}
      </ul>
    </section>
  );
