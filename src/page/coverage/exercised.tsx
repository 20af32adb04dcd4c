import type { JSX } from "preact";
import type { RunExercise, RunPartExercise } from "../../report/run.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { words } from "../../report/words.ts";
import { Chart, warmest } from "../chart/chart.tsx";
import { text } from "../texts/index.ts";
import { Guards } from "./guards.tsx";
import { heatFactor, heatOf } from "./heat.ts";

/** How often everything came up: each machine as a heat map, guards seen one way only, what was never stated. */
export const Exercised = ({
  exercise,
  machines,
  chosen,
  addressOf,
}: {
  readonly exercise: RunExercise;
  readonly machines: readonly MachineDrawing[];
  readonly chosen: string | undefined;
  readonly addressOf: (kind: string) => string;
}): JSX.Element => {
  const { parts } = exercise;
  const part = parts.find((each) => each.part === chosen) ?? parts[0];
  return (
    <>
      <h2>{text.coverage.heat}</h2>
      {part === undefined ? (
        <p>{text.coverage.nothing}</p>
      ) : (
        <>
          <p class="quiet">{text.coverage.heatSays(heatFactor)}</p>
          <nav class="parts" aria-label={text.coverage.heat}>
            {parts.map((each) => (
              <a
                key={each.part}
                class="chip"
                href={addressOf(each.part)}
                aria-current={each === part ? "true" : undefined}
              >
                {words(each.part)}
              </a>
            ))}
          </nav>
          <Part part={part} machine={machines.find(({ kind }) => kind === part.part)} />
        </>
      )}
      <Guards parts={parts} />
      <Never exercise={exercise} />
    </>
  );
};

const Part = ({
  part,
  machine,
}: {
  readonly part: RunPartExercise;
  readonly machine: MachineDrawing | undefined;
}): JSX.Element => {
  const title = words(part.part);
  const heat = heatOf(part);
  const unseen = new Set([...heat].filter(([, degree]) => degree === 0).map(([name]) => name));
  return (
    <article class="heat">
      <h3>{title}</h3>
      <p class="quiet">{text.coverage.pairs(part.pairs)}</p>
      {machine && (
        <>
          <div class="scrolling paper" tabIndex={0} role="region" aria-label={title}>
            <Chart machine={machine} title={title} lit={{ active: [], fired: [], unseen, heat }} />
          </div>
          <Legend />
        </>
      )}
      <details>
        <summary>{text.coverage.figures}</summary>
        <Times part={part} />
      </details>
    </article>
  );
};

const Legend = (): JSX.Element => (
  <ul class="legend degrees">
    <li>
      <i class="degree unused" aria-hidden="true" />
      {text.coverage.unused}
    </li>
    <li>
      {Array.from({ length: warmest }, (_, at) => (
        <i key={at} class={`degree heat-${at + 1}`} aria-hidden="true" />
      ))}
      {text.coverage.seldomToOften}
    </li>
  </ul>
);

const Times = ({ part }: { readonly part: RunPartExercise }): JSX.Element => {
  const rows = (["states", "transitions", "intents"] as const).flatMap((kind) =>
    Object.entries(part[kind]).map(([name, times]) => ({ kind, name, times })),
  );
  return (
    <div class="scrolling" tabIndex={0} role="region" aria-label={text.coverage.figures}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.coverage.name}</th>
            <th scope="col">{text.coverage.kind}</th>
            <th scope="col" class="figure">
              {text.coverage.times}
            </th>
            <th scope="col" class="figure">
              {text.coverage.passed}
            </th>
            <th scope="col" class="figure">
              {text.coverage.refused}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, name, times }) => {
            const guard = kind === "transitions" ? part.guards[name] : undefined;
            return (
              <tr key={`${kind} ${name}`} class={times === 0 ? "quiet" : ""}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{text.coverage.kinds[singular[kind]]}</td>
                <td class="figure">{times.toLocaleString("en")}</td>
                <td class="figure">{guard?.passed.toLocaleString("en")}</td>
                <td class="figure">{guard?.refused.toLocaleString("en")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

const singular = { states: "state", transitions: "transition", intents: "intent" } as const;

/** Facts that no part stated, and promises whose monitors never had anything to remember. */
const Never = ({
  exercise: { facts, monitors },
}: {
  readonly exercise: RunExercise;
}): JSX.Element => {
  const silent = Object.keys(facts).filter((type) => facts[type] === false);
  const still = Object.keys(monitors).filter((id) => monitors[id] === 1);
  return (
    <dl class="facts">
      <div>
        <dt>{text.coverage.factsNever(silent.length, Object.keys(facts).length)}</dt>
        <dd>{silent.map(words).join(", ") || text.models.none}</dd>
      </div>
      <div>
        <dt>{text.coverage.monitorsStill(still.length, Object.keys(monitors).length)}</dt>
        <dd>{still.join(", ") || text.models.none}</dd>
      </div>
    </dl>
  );
};
