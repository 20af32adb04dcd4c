import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { sabotage, survives, type KillMatrix, type KillRow } from "../../report/kill-matrix.ts";
import type { KnownMutant, MutantsOf } from "../../report/mutants-report.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { addressOf } from "../route.ts";
import { Fold } from "../signs/fold.tsx";
import { text } from "../texts/index.ts";
import { mutantsAddress, type Looking } from "./address.ts";
import { Mutant, movesOf, shortestOf } from "./mutant.tsx";
import { MutantList } from "./mutant-list.tsx";

/** What one promise would have caught and what not, in words: all of it, or what one kind of break makes. */
export const Chosen = ({
  matrix,
  version,
  report,
  looking,
}: {
  readonly matrix: KillMatrix;
  readonly version: MutantsOf;
  readonly report: Report;
  readonly looking: Looking;
}): JSX.Element | null => {
  const promise =
    matrix.promises.find(({ id, parts }) =>
      [id, ...parts.map((one) => one.id)].includes(looking.row ?? ""),
    ) ?? matrix.promises[0];
  const head = useFocusOnChoice(`${looking.row} ${looking.operator}`);
  if (!promise) return null;
  const row = promise.parts.find(({ id }) => id === looking.row && id !== promise.id) ?? promise;
  const operator = matrix.operators.find((one) => one === looking.operator);
  return (
    <section aria-labelledby="chosen" class="caught">
      <h2 id="chosen" ref={head} tabIndex={-1}>
        {text.mutants.chosen(row.id)}
      </h2>
      <nav class="parts" aria-label={text.mutants.choose}>
        {matrix.promises.map(({ id }) => (
          <a
            key={id}
            class="chip"
            href={mutantsAddress({ ...looking, row: id })}
            aria-current={id === promise.id ? "true" : undefined}
          >
            <bdi>{id}</bdi>
          </a>
        ))}
      </nav>
      {row.says !== "" && <p class="says">{sentence(row.says)}</p>}
      <Catch {...{ row, operator, version, report, looking }} />
      {row === promise && promise.parts.length > 1 && (
        <Sentences parts={promise.parts} looking={looking} />
      )}
    </section>
  );
};

/** Whoever chose something finds themselves at what it led to; not when the page opens. */
const useFocusOnChoice = (choice: string) => {
  const head = useRef<HTMLHeadingElement>(null);
  const before = useRef(choice);
  useEffect(() => {
    if (before.current === choice) return;
    before.current = choice;
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "start" });
  }, [choice]);
  return head;
};

const Catch = ({
  row: { id, invariants },
  operator,
  version,
  report,
  looking,
}: {
  readonly row: KillRow;
  readonly operator: string | undefined;
  readonly version: MutantsOf;
  readonly report: Report;
  readonly looking: Looking;
}): JSX.Element => {
  const ids = new Set(invariants);
  const asked = version.mutants.filter(
    (one) => operator === undefined || one.operator === operator,
  );
  const caught = asked
    .filter(({ kills = [] }) => kills.some(({ by }) => ids.has(by)))
    .toSorted((left, right) => lengthOf(left, ids) - lengthOf(right, ids));
  const passed = asked.filter(
    (mutant) => survives(mutant) && (mutant.tested ?? []).some((one) => ids.has(one)),
  );
  return (
    <>
      <p class="evidence">
        {operator === undefined
          ? text.mutants.caught(
              caught.length,
              caught.filter((one) => one.operator === sabotage).length,
            )
          : text.mutants.caughtOf(operator, caught.length)}{" "}
        {operator !== undefined && (
          <a href={mutantsAddress({ ...looking, row: id, operator: undefined })}>
            {text.mutants.everyKind}
          </a>
        )}{" "}
        <Checked invariants={invariants} under={version.protocol} report={report} />
      </p>
      <h3>{text.mutants.notices}</h3>
      {caught.length === 0 && <p>{text.mutants.noticesNone}</p>}
      <ByPart mutants={caught}>{(mutant) => <Mutant mutant={mutant} who="it" ids={ids} />}</ByPart>
      {passed.length > 0 && (
        <Fold key={`${id} ${operator}`} summary={text.mutants.passes(passed.length)}>
          {() => (
            <>
              <p class="quiet">{text.mutants.passesSays}</p>
              <ByPart mutants={passed}>
                {(mutant) => (
                  <Mutant mutant={mutant} who="it" reason={version.survivors[mutant.name]} />
                )}
              </ByPart>
            </>
          )}
        </Fold>
      )}
    </>
  );
};

/** The way to what exactly an invariant checks, where that is in this report. */
const Checked = ({
  invariants: [id = "", ...others],
  under,
  report,
}: {
  readonly invariants: readonly string[];
  readonly under: string;
  readonly report: Report;
}): JSX.Element | null => {
  const protocol = report.overview.protocols.find(({ name }) => name === under);
  const isThere = protocol?.invariants.some((invariant) => invariant.id === id) ?? false;
  return others.length > 0 || !isThere ? null : (
    <a href={addressOf(["promise", id, under])}>{text.promise.checked}</a>
  );
};

const lengthOf = (mutant: KnownMutant, ids: ReadonlySet<string>): number => {
  const kill = shortestOf(mutant, ids);
  return kill ? movesOf(kill) : Number.POSITIVE_INFINITY;
};

/** Mutants by the part in which they are, the part of most first. */
const ByPart = ({
  mutants,
  children,
}: {
  readonly mutants: readonly KnownMutant[];
  readonly children: (mutant: KnownMutant) => ComponentChildren;
}): JSX.Element => (
  <div class="by-part">
    {[...Map.groupBy(mutants, ({ part }) => part)]
      .toSorted(([, left], [, right]) => right.length - left.length)
      .map(([part, group]) => (
        <div key={part}>
          <h4>
            {words(part)} <small>{group.length}</small>
          </h4>
          <MutantList key={group[0]!.name} mutants={group} most={5}>
            {children}
          </MutantList>
        </div>
      ))}
  </div>
);

/** What each invariant of a promise noticed by itself. */
const Sentences = ({
  parts,
  looking,
}: {
  readonly parts: readonly KillRow[];
  readonly looking: Looking;
}): JSX.Element => (
  <>
    <h3>{text.mutants.sentences}</h3>
    <ul class="items sentences">
      {parts.map(({ id, says, all }) => (
        <li key={id}>
          <a href={mutantsAddress({ ...looking, row: id, operator: undefined })}>
            <bdi>{id}</bdi>
          </a>{" "}
          {sentence(says)}{" "}
          <small class={all.killed === 0 ? "bad" : ""}>
            {text.mutants.invariantCaught(all.killed, all.judged)}
          </small>
        </li>
      ))}
    </ul>
  </>
);
