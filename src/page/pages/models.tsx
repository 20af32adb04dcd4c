import type { JSX } from "preact";
import type { MachineDrawing } from "../../report/scenes.ts";
import { words } from "../../report/words.ts";
import { Chart } from "../chart/chart.tsx";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";
import { NotFound } from "./not-found.tsx";

/** Every kind of part: its chart, where it is declared, and what promises speak of it. */
export const ModelsPage = ({
  report,
  kind,
}: {
  readonly report: Report;
  readonly kind: string | undefined;
}): JSX.Element => (
  <Loaded ask={() => report.machines()} inputs={[]}>
    {(machines) => {
      if (machines.length === 0) return <NotFound says={text.models.missing} />;
      const chosen = kind === undefined ? machines[0] : machines.find((each) => each.kind === kind);
      if (!chosen) return <NotFound says={text.models.unknown(kind ?? "")} />;
      return (
        <section>
          <h1>{text.models.title}</h1>
          <p class="lead">{text.models.says}</p>
          <nav class="parts" aria-label={text.models.title}>
            {machines.map((machine) => (
              <a
                key={machine.kind}
                class="chip"
                href={addressOf(["models", machine.kind])}
                aria-current={machine === chosen ? "true" : undefined}
              >
                {words(machine.kind)}
              </a>
            ))}
          </nav>
          <Machine machine={chosen} report={report} />
        </section>
      );
    }}
  </Loaded>
);

const Machine = ({
  machine,
  report,
}: {
  readonly machine: MachineDrawing;
  readonly report: Report;
}): JSX.Element => {
  const { kind, place, states, intents } = machine;
  const { promises, coverage } = report.overview;
  const speaking = promises.flatMap(({ invariants }) =>
    invariants.filter(({ facts }) => facts.some((fact) => states.includes(fact))),
  );
  const unseen = new Set(
    coverage.noted.filter(({ part }) => part === kind).map(({ name }) => name),
  );
  return (
    <article class="model">
      <h2>{words(kind)}</h2>
      <div class="scrolling paper" tabIndex={0} role="region" aria-label={words(kind)}>
        <Chart machine={machine} title={words(kind)} lit={{ active: [], fired: [], unseen }} />
      </div>
      {unseen.size > 0 && <p class="quiet">{text.models.unseen}</p>}
      <dl class="facts">
        {place && (
          <div>
            <dt>{text.models.declared}</dt>
            <dd>
              <code>
                {place.file}:{place.line}
              </code>
            </dd>
          </div>
        )}
        <div>
          <dt>{text.models.choices}</dt>
          <dd>{intents.map(words).join(", ") || text.models.none}</dd>
        </div>
        <div>
          <dt>{text.models.facts}</dt>
          <dd>{states.map(words).join(", ") || text.models.none}</dd>
        </div>
        <div>
          <dt>{text.models.promises}</dt>
          <dd>
            {speaking.length === 0
              ? text.models.none
              : speaking.map(({ id, says }) => (
                  <p key={id}>
                    <b>{id}</b> {says}
                  </p>
                ))}
          </dd>
        </div>
      </dl>
    </article>
  );
};
