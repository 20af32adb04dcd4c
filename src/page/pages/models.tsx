import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { MachineDrawing } from "../../report/scenes.ts";
import { chartMermaid } from "../../report/mermaid-chart.ts";
import { words } from "../../report/words.ts";
import { Chart } from "../chart/chart.tsx";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { addressOf } from "../route.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { pictureOf } from "../signs/picture.ts";
import { SaveButtons } from "../signs/save-buttons.tsx";
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
  const article = useRef<HTMLElement>(null);
  const { kind } = machine;
  const unseen = new Set(
    report.overview.coverage.noted.filter(({ part }) => part === kind).map(({ name }) => name),
  );
  return (
    <article class="model" ref={article}>
      <h2>{words(kind)}</h2>
      <div class="scrolling paper" tabIndex={0} role="region" aria-label={words(kind)}>
        <Chart machine={machine} title={words(kind)} lit={{ active: [], fired: [], unseen }} />
      </div>
      <SaveButtons
        name={kind}
        svg={() => pictureOf(article.current!.querySelector<SVGSVGElement>("svg.chart")!)}
      >
        <CopyButton label={text.trace.mermaid} text={() => chartMermaid(machine.diagram)} />
      </SaveButtons>
      {unseen.size > 0 && <p class="quiet">{text.models.unseen}</p>}
      <Facts machine={machine} report={report} />
    </article>
  );
};

const Facts = ({
  machine: { place, states, intents },
  report,
}: {
  readonly machine: MachineDrawing;
  readonly report: Report;
}): JSX.Element => {
  const { promises } = report.overview;
  const speaking = promises.flatMap(({ invariants }) =>
    invariants.filter(({ facts }) => facts.some((fact) => states.includes(fact))),
  );
  return (
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
  );
};
