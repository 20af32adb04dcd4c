import type { JSX } from "preact";
import type { MutantsOf } from "../../report/mutants-report.ts";
import { Fold } from "../signs/fold.tsx";
import { text } from "../texts/index.ts";

/** What mutants come to, all together, and whether one can go by it. */
export const Headline = ({ version }: { readonly version: MutantsOf }): JSX.Element => {
  const { protocol, generic, sabotages, effort, toothless } = version;
  const judged = generic.killed + generic.survived;
  const open = openIn(version);
  return (
    <section class="headline">
      <h1>
        <bdi>{protocol}</bdi>:{" "}
        <span class={open + toothless.length > 0 ? "bad" : ""}>
          {judged === 0 ? text.mutants.nothingToJudge : text.mutants.score(generic.percent, judged)}
        </span>
      </h1>
      <Caveats version={version} />
      <p class="lead">{text.mutants.says}</p>
      {judged > 0 && <Shares version={version} open={open} />}
      <p class="quiet">
        {text.mutants.discharged(generic)}{" "}
        {generic.unreached > 0 && text.mutants.unreachedOf(generic.unreached)}
      </p>
      <p class={sabotages.noticed < sabotages.all ? "bad" : "quiet"}>
        {text.mutants.sabotagesNoticed(sabotages.noticed, sabotages.all)}
      </p>
      <p class="quiet plain-hides">
        {text.mutants.effort(text.mutants.bounds(effort.first), text.mutants.bounds(effort.second))}
      </p>
    </section>
  );
};

/** Survivors of which nobody says why they may. */
const openIn = ({ survivors }: MutantsOf): number =>
  Object.values(survivors).filter((reason) => reason.trim() === "").length;

/** What keeps one from going by the figures. */
const Caveats = ({ version }: { readonly version: MutantsOf }): JSX.Element => {
  const { protocol, otherModels, otherDeclared, complete, untried } = version;
  const caveats = [
    ...(otherModels ? [text.mutants.otherModels(protocol)] : []),
    ...(otherDeclared ? [text.mutants.otherDeclared(protocol)] : []),
    ...(untried.length > 0 ? [text.mutants.untried(untried.length)] : []),
    ...(!complete && untried.length === 0 ? [text.mutants.someOnly] : []),
  ];
  return (
    <>
      {caveats.map((caveat) => (
        <p key={caveat} class="note warn">
          {caveat}
        </p>
      ))}
      {untried.length > 0 && (
        <Fold summary={text.mutants.untriedNames}>
          {() => (
            <ul class="items">
              {untried.map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Fold>
      )}
    </>
  );
};

/** The mutants that count, as a bar. */
const Shares = ({
  version: { generic },
  open,
}: {
  readonly version: MutantsOf;
  readonly open: number;
}): JSX.Element => {
  const { shares } = text.mutants;
  const all = [
    { tone: "good", count: generic.killed - generic.reported, says: shares.promises },
    { tone: "weak", count: generic.reported, says: shares.reported },
    { tone: "warn", count: generic.survived - open, says: shares.accepted },
    { tone: "bad", count: open, says: shares.open },
  ].filter(({ count }) => count > 0);
  return (
    <figure class="shares">
      <span class="bar" aria-hidden="true">
        {all.map(({ tone, count }) => (
          <span key={tone} class={tone} style={{ flexGrow: count }} />
        ))}
      </span>
      <figcaption>
        {all.map(({ tone, count, says }) => (
          <span key={tone}>
            <i class={`swatch ${tone}`} aria-hidden="true" /> {says(count)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};
