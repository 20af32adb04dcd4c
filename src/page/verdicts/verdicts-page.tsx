import type { JSX } from "preact";
import type { OverviewProtocol } from "../../report/html/overview.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";
import { Basis } from "./basis.tsx";
import { PromiseCard } from "./promise-card.tsx";
import { worstFirst, worstProtocol } from "./ranking.ts";
import { Statements } from "./statements.tsx";
import { Versions } from "./versions.tsx";

/** The first screen: what was promised, and what became of it under one version of the protocol. */
export const VerdictsPage = ({
  report,
  under,
}: {
  readonly report: Report;
  readonly under: string | undefined;
}): JSX.Element => {
  const { overview } = report;
  const protocol = overview.protocols.find(({ name }) => name === under) ?? worstProtocol(overview);
  if (!protocol) return <NothingSearched report={report} />;
  return (
    <>
      <section class="headline">
        <Headline protocol={protocol} />
        <p class="says">{sentence(protocol.says)}</p>
        <Versions protocols={overview.protocols} chosen={protocol} />
        <Statements report={report} protocol={protocol} />
        <Expectations report={report} />
      </section>
      <div class="columns">
        <section aria-labelledby="promises">
          <h2 id="promises">{text.verdict.worstFirst}</h2>
          {worstFirst(
            overview.promises.filter(({ id }) => asked(protocol, id)),
            ({ id }) => protocol.promises[id]!,
          ).map((promise) => (
            <PromiseCard key={promise.id} promise={promise} protocol={protocol} report={report} />
          ))}
        </section>
        <Basis report={report} protocol={protocol} />
      </div>
    </>
  );
};

/** Nobody asks a variant to put every promise to the test. */
const asked = ({ variant, promises }: OverviewProtocol, id: string): boolean =>
  !variant || promises[id] !== "untested";

const Headline = ({ protocol }: { readonly protocol: OverviewProtocol }): JSX.Element => {
  const verdicts = Object.entries(protocol.promises).flatMap(([id, status]) =>
    asked(protocol, id) && status !== "notApplicable" ? [status] : [],
  );
  const broken = verdicts.filter((status) => status === "broken").length;
  return (
    <h1>
      {text.headline.under} <bdi>{protocol.name}</bdi>,{" "}
      <span class={broken > 0 ? "bad" : "good"}>
        {text.headline.broken(broken, verdicts.length)}
      </span>
    </h1>
  );
};

const Expectations = ({ report }: { readonly report: Report }): JSX.Element => {
  const { tally, partial } = report.overview;
  const failed = Number(/(\d+) failed/.exec(tally)?.[1] ?? 0);
  return (
    <p class="expectations">
      {failed > 0 ? (
        <a class="bad" href={addressOf(["scenarios"])}>
          {text.headline.unexpected(failed)}
        </a>
      ) : (
        text.headline.asExpected
      )}{" "}
      {partial && <strong class="warn">{text.headline.partial}</strong>}
    </p>
  );
};

/** A page that nobody searched for: it is there to explore. */
const NothingSearched = ({ report }: { readonly report: Report }): JSX.Element => (
  <section class="narrow">
    <h1>{text.title}</h1>
    {report.overview.promises.map(({ id, title, says }) => (
      <article key={id} class="card">
        <h2>{text.promise.of(id, title)}</h2>
        <p class="says">{says}</p>
      </article>
    ))}
  </section>
);
