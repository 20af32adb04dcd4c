import type { JSX } from "preact";
import type { OverviewProtocol } from "../../report/html/overview.ts";
import type { RunPromise } from "../../report/run.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { usePlain } from "../settings.ts";
import { Mark, toneOf, Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";
import { brokenElsewhere } from "./breakable.ts";
import { worstFirst, type Judged } from "./ranking.ts";

/** A promise with all that it consists of, worst first. */
export const PromiseCard = ({
  promise,
  protocol,
  report,
}: {
  readonly promise: RunPromise;
  readonly protocol: OverviewProtocol;
  readonly report: Report;
}): JSX.Element => {
  const status = protocol.promises[promise.id]!;
  const invariants = worstFirst(
    protocol.invariants.filter((each) => each.promise === promise.id),
    ({ verdict }) => verdict,
  );
  return (
    <article class={`card promise ${toneOf(status)}`} aria-labelledby={`promise ${promise.id}`}>
      <header>
        <h3 id={`promise ${promise.id}`}>
          <span class="id">{promise.id}</span> {promise.title}
        </h3>
        <Verdict status={status} />
      </header>
      <p class="says">{sentence(promise.says)}</p>
      <p class="source">{text.verdict.source(promise.source)}</p>
      <ul class="invariants">
        {invariants.map((invariant) => (
          <Row key={invariant.id} invariant={invariant} protocol={protocol} report={report} />
        ))}
      </ul>
    </article>
  );
};

const Row = ({
  invariant,
  protocol,
  report,
}: {
  readonly invariant: Judged;
  readonly protocol: OverviewProtocol;
  readonly report: Report;
}): JSX.Element => {
  const { id, says, verdict } = invariant;
  return (
    <li class={toneOf(verdict)}>
      <Mark status={verdict} />
      <div>
        <a href={addressOf(["promise", id, protocol.name])} class="sentence">
          <span class="id">{id}</span> {sentence(says)}
        </a>
        <Evidence invariant={invariant} />
        {verdict.startsWith("held") && <Breakable report={report} id={id} under={protocol.name} />}
      </div>
      <Story invariant={invariant} protocol={protocol} report={report} />
    </li>
  );
};

/** What stands behind a verdict, in a line. */
const Evidence = ({ invariant }: { readonly invariant: Judged }): JSX.Element => {
  const { verdict, tested, scenarios, because, unexpected, insufficient } = invariant;
  const plain = usePlain();
  const figures =
    tested === 0
      ? text.verdict.neverTested
      : `${text.verdict.tested(tested)} ${text.verdict.in(scenarios.length)}`;
  return (
    <p class="evidence">
      <span class={toneOf(verdict)}>{text.status[verdict].word}</span>
      {verdict === "notApplicable" ? `: ${because ?? ""}` : plain ? "" : ` · ${figures}`}
      {(unexpected || insufficient) && <strong class="bad"> · {text.verdict.unexpected}</strong>}
    </p>
  );
};

/** What it takes to break what holds here, where another version shows it. */
const Breakable = ({
  report,
  id,
  under,
}: {
  readonly report: Report;
  readonly id: string;
  readonly under: string;
}): JSX.Element | null => {
  const shortest = brokenElsewhere(report, id, under);
  if (!shortest) return null;
  return (
    <p class="evidence">
      <a href={addressOf(["trace", shortest.key])}>
        {text.verdict.breakableBy(shortest.protocol, shortest.steps)}
      </a>
    </p>
  );
};

/** The way to the shortest story that breaks it. */
const Story = ({
  invariant: { id },
  protocol,
  report,
}: {
  readonly invariant: Judged;
  readonly protocol: OverviewProtocol;
  readonly report: Report;
}): JSX.Element | null => {
  const [shortest] = report.traces.breaking(id, protocol.name);
  if (!shortest) return null;
  return (
    <a class="story" href={addressOf(["trace", shortest.key])}>
      {text.verdict.story}
      <span class="moves">{text.verdict.inMoves(shortest.steps)}</span>
    </a>
  );
};
