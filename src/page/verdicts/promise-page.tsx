import type { JSX } from "preact";
import { boundsWords } from "../../report/bounds-words.ts";
import type { OverviewProtocol } from "../../report/html/overview.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { addressOf } from "../route.ts";
import { usePlain } from "../settings.ts";
import { Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";
import { Caught } from "../mutants/caught.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { Basis } from "./basis.tsx";
import { brokenElsewhere } from "./breakable.ts";
import { EvidenceTable } from "./evidence-table.tsx";
import { Meaning } from "./meaning.tsx";
import type { Judged } from "./ranking.ts";
import { ShortStory } from "./short-story.tsx";

/** One invariant under one version: the sentence, the verdict, what breaks it, and what stands behind that. */
export const PromisePage = ({
  report,
  id,
  protocol: name,
}: {
  readonly report: Report;
  readonly id: string;
  readonly protocol: string;
}): JSX.Element => {
  const { overview } = report;
  const protocol = overview.protocols.find((each) => each.name === name);
  const invariant = protocol?.invariants.find((each) => each.id === id);
  if (!protocol || !invariant) return <NotFound says={text.promise.unknown(id)} />;
  const promise = overview.promises.find((each) => each.id === invariant.promise);
  const { verdict, because } = invariant;
  return (
    <>
      <section class="headline">
        <p class="crumbs">
          <a href={addressOf([], { under: name })}>{text.promise.back}</a>
          {promise && <span> › {text.promise.of(promise.id, promise.title)}</span>}
        </p>
        <h1>
          <span class="id">{id}</span> {sentence(invariant.says)}
        </h1>
        <p class="lead">
          <Verdict status={verdict} /> {text.promise.under(name)}. {text.status[verdict].means}
          {verdict === "notApplicable" && because !== undefined && ` ${sentence(because)}`}
        </p>
        {promise && <p class="source">{text.verdict.source(promise.source)}</p>}
      </section>
      <div class="columns">
        <div>
          <Stories report={report} id={id} protocol={name} />
          {promise && <Meaning promise={promise} id={id} />}
          <Elsewhere report={report} id={id} besides={name} broken={verdict === "broken"} />
          {report.mutated && <Caught report={report} id={id} />}
          <section>
            <h2>{text.promise.evidence}</h2>
            <Loaded ask={() => report.tasks()} inputs={[]}>
              {(tasks) => <EvidenceTable tasks={tasks} id={id} protocol={name} />}
            </Loaded>
          </section>
        </div>
        <Basis report={report} protocol={protocol} bounds={invariant.bounds} />
      </div>
    </>
  );
};

const Stories = ({
  report,
  id,
  protocol,
}: {
  readonly report: Report;
  readonly id: string;
  readonly protocol: string;
}): JSX.Element | null => {
  const [shortest, ...others] = report.traces.breaking(id, protocol);
  if (!shortest) return null;
  return (
    <section>
      <h2>{text.promise.shortest}</h2>
      <Loaded ask={() => report.trace(shortest.at)} inputs={[shortest.at]}>
        {({ trace }) => <ShortStory trace={trace} promises={report.overview.promises} />}
      </Loaded>
      {others.length > 0 && (
        <details>
          <summary>
            {text.promise.otherStories} ({others.length})
          </summary>
          <ul class="stories">
            {others.map(({ key, scenario, steps }) => (
              <li key={key}>
                <a href={addressOf(["trace", key])}>
                  <bdi>{scenario}</bdi>
                </a>{" "}
                <span class="moves">{text.verdict.inMoves(steps)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

/** How it stands elsewhere; a promise that nothing can break would be none. */
const Elsewhere = ({
  report,
  id,
  besides,
  broken,
}: {
  readonly report: Report;
  readonly id: string;
  readonly besides: string;
  readonly broken: boolean;
}): JSX.Element | null => {
  const others = report.overview.protocols.flatMap((protocol) => {
    const invariant = protocol.invariants.find((each) => each.id === id);
    return protocol.name === besides || !invariant || invariant.verdict === "untested"
      ? []
      : [{ protocol, invariant }];
  });
  if (others.length === 0) return null;
  const shortest = brokenElsewhere(report, id, besides);
  return (
    <section>
      <h2>{broken ? text.promise.elsewhere : text.basis.breakable}</h2>
      {!broken && (
        <p>
          {shortest ? (
            <a href={addressOf(["trace", shortest.key])}>
              {text.basis.breakableBy(shortest.protocol, shortest.steps)}
            </a>
          ) : (
            text.basis.unbreakable
          )}
        </p>
      )}
      <ul class="elsewhere">
        {others.map(({ protocol, invariant }) => (
          <Other key={protocol.name} protocol={protocol} invariant={invariant} />
        ))}
      </ul>
    </section>
  );
};

const Other = ({
  protocol,
  invariant,
}: {
  readonly protocol: OverviewProtocol;
  readonly invariant: Judged;
}): JSX.Element => {
  const plain = usePlain();
  return (
    <li>
      <a href={addressOf(["promise", invariant.id, protocol.name])}>
        <bdi>{protocol.name}</bdi>
      </a>{" "}
      <Verdict status={invariant.verdict} />
      {!plain && invariant.scenarios.length > 0 && (
        <span class="evidence"> · {boundsWords(invariant.bounds)}</span>
      )}
    </li>
  );
};
