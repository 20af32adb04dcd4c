import type { JSX } from "preact";
import type { GateCause } from "../../report/gate-report.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";

/** Why a promise breaks: what the steps did without which it would not. */
export const CauseSteps = ({
  cause: { id, steps },
}: {
  readonly cause: GateCause;
}): JSX.Element => (
  <div class="cause">
    <p class="evidence">
      {text.gate.because} <code>{id}</code>
    </p>
    <ol>
      {steps.map((step, at) => (
        <li key={at}>
          <bdi>{step}</bdi>
        </li>
      ))}
    </ol>
  </div>
);

/** So many links to stories stand beside each other. */
const storiesMost = 5;

/** The way to the stories, the shortest first. */
export const Stories = ({
  traces,
  report,
}: {
  readonly traces: readonly number[];
  readonly report: Report;
}): JSX.Element => {
  const names = traces
    .map((at) => report.traces.at(at))
    .toSorted((left, right) => left.steps - right.steps || left.at - right.at);
  if (names.length === 0) return <span class="quiet">{text.gate.gone}</span>;
  return (
    <ul class="story-links">
      {names.slice(0, storiesMost).map(({ key, scenario, steps }) => (
        <li key={key}>
          <a href={addressOf(["trace", key])}>
            <bdi>{scenario}</bdi>
          </a>{" "}
          <small>{text.verdict.inMoves(steps)}</small>
        </li>
      ))}
      {names.length > storiesMost && (
        <li class="quiet">{text.gate.moreStories(names.length - storiesMost)}</li>
      )}
    </ul>
  );
};
