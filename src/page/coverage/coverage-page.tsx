import type { JSX } from "preact";
import type { RunCoverage } from "../../report/run.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { addressOf, go } from "../route.ts";
import { text } from "../texts/index.ts";
import { Exercised } from "./exercised.tsx";
import { Noted } from "./noted.tsx";
import { Passes } from "./passes.tsx";
import { Searches } from "./searches.tsx";

/** What parts declare and what of it came up, and how far states were visited. */
export const CoveragePage = ({
  report,
  machine,
  search,
}: {
  readonly report: Report;
  /** The kind of part whose chart is shown, and the number of the search that is looked into. */
  readonly machine: string | undefined;
  readonly search: string | undefined;
}): JSX.Element => {
  const { coverage, protocols } = report.overview;
  return (
    <section>
      <h1>{text.coverage.title}</h1>
      <p class="lead">{text.coverage.says}</p>
      <ul class="meters">
        <Meter title={text.coverage.overall} coverage={coverage} />
        {protocols
          .filter(({ variant }) => !variant)
          .map((protocol) => (
            <Meter key={protocol.name} title={protocol.name} coverage={protocol.coverage} />
          ))}
      </ul>
      <h2>{text.coverage.never}</h2>
      <Noted noted={coverage.noted} empty={text.coverage.allSeen} />
      {protocols
        .filter((protocol) => !protocol.variant && protocol.coverage.noted.length > 0)
        .map((protocol) => (
          <details key={protocol.name}>
            <summary>
              <bdi>{protocol.name}</bdi> ({protocol.coverage.noted.length})
            </summary>
            <Noted noted={protocol.coverage.noted} empty="" />
          </details>
        ))}
      <Loaded ask={() => Promise.all([report.exercise(), report.machines()])} inputs={[]}>
        {([exercise, machines]) => (
          <Exercised
            exercise={exercise}
            machines={machines}
            chosen={machine}
            addressOf={(kind) => coverageAddress(kind, search)}
          />
        )}
      </Loaded>
      <Loaded ask={() => report.tasks()} inputs={[]}>
        {(tasks) => (
          <>
            <Searches
              tasks={tasks}
              chosen={search}
              choose={(other) => go(coverageAddress(machine, other))}
            />
            <Passes tasks={tasks} />
          </>
        )}
      </Loaded>
    </section>
  );
};

const coverageAddress = (machine: string | undefined, search: string | undefined): string =>
  addressOf(["coverage"], { machine, search });

const Meter = ({
  title,
  coverage: { seen, declared },
}: {
  readonly title: string;
  readonly coverage: RunCoverage;
}): JSX.Element => (
  <li>
    <b>
      <bdi>{title}</bdi>
    </b>
    <meter value={seen} max={Math.max(1, declared)} aria-label={title} />
    <span>{text.coverage.seen(seen, declared)}</span>
  </li>
);
