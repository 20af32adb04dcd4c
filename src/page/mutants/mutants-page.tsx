import type { JSX } from "preact";
import { killMatrix } from "../../report/kill-matrix.ts";
import type { MutantsOf } from "../../report/mutants-report.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { text } from "../texts/index.ts";
import { mutantsAddress, type Looking } from "./address.ts";
import { Apart } from "./apart.tsx";
import { Chosen } from "./chosen.tsx";
import { Headline } from "./headline.tsx";
import { Matrix } from "./matrix.tsx";
import { Parts } from "./parts.tsx";
import { Sabotages } from "./sabotages.tsx";
import { Survivors } from "./survivors.tsx";
import { Weak } from "./weak.tsx";

/** What the promises would have caught: survivors first, then who noticed what. */
export const MutantsPage = ({
  report,
  looking,
}: {
  readonly report: Report;
  readonly looking: Looking;
}): JSX.Element =>
  report.mutated ? (
    <Loaded ask={() => report.mutants()} inputs={[]}>
      {({ versions }) => {
        const version = versions.find(({ protocol }) => protocol === looking.under) ?? versions[0]!;
        return (
          <>
            <Headline version={version} />
            {versions.length > 1 && <Versions versions={versions} chosen={version} />}
            <Version key={version.protocol} {...{ version, report, looking }} />
          </>
        );
      }}
    </Loaded>
  ) : (
    <NotFound says={text.mutants.notTried} />
  );

const Versions = ({
  versions,
  chosen,
}: {
  readonly versions: readonly MutantsOf[];
  readonly chosen: MutantsOf;
}): JSX.Element => (
  <nav class="parts" aria-label={text.mutants.versions}>
    {versions.map((version) => (
      <a
        key={version.protocol}
        class="chip"
        href={mutantsAddress({ under: version.protocol })}
        aria-current={version === chosen ? "true" : undefined}
      >
        <bdi>{version.protocol}</bdi>
      </a>
    ))}
  </nav>
);

const Version = ({
  version,
  report,
  looking,
}: {
  readonly version: MutantsOf;
  readonly report: Report;
  readonly looking: Looking;
}): JSX.Element => {
  const matrix = killMatrix(version, report.overview.promises);
  const here = { ...looking, under: version.protocol };
  return (
    <>
      <Survivors version={version} />
      <Weak version={version} />
      <Matrix matrix={matrix} looking={here} />
      <Chosen matrix={matrix} version={version} report={report} looking={here} />
      <Parts version={version} />
      <Sabotages version={version} />
      <Apart version={version} />
    </>
  );
};
