import type { JSX } from "preact";
import type { OverviewTask } from "../../report/html/overview.ts";
import { sentence } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { usePlain } from "../settings.ts";
import { text } from "../texts/index.ts";
import { Surprises } from "./surprises.tsx";
import { stageAddress } from "../explore/stage-address.ts";

const tones = { passed: "good", failed: "bad", insufficient: "warn", skipped: "mute" } as const;

/** Every scenario, and how far it was searched under each version. */
export const ScenariosPage = ({ report }: { readonly report: Report }): JSX.Element => {
  const scenarios = Map.groupBy(report.overview.tasks, ({ scenario }) => scenario);
  return (
    <section>
      <h1>{text.scenarios.title}</h1>
      <p class="lead">{text.scenarios.says}</p>
      <Loaded ask={() => report.tasks()} inputs={[]}>
        {(tasks) => <Surprises tasks={tasks} />}
      </Loaded>
      <ul class="scenario-list">
        {[...scenarios].map(([scenario, tasks]) => (
          <li key={scenario}>
            <b>
              <bdi>{scenario}</bdi>
            </b>
            <p>{sentence(tasks[0]!.says)}</p>
            <ul class="tasks">
              {tasks.map((task) => (
                <Task key={task.protocol} task={task} explorable={report.explorable} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <LeftOut report={report} />
    </section>
  );
};

/** What a search of every state did not even begin with. */
const LeftOut = ({ report }: { readonly report: Report }): JSX.Element | null => {
  const { leftOut } = report.overview;
  if (leftOut.length === 0) return null;
  return (
    <>
      <h2>{text.scenarios.leftOut}</h2>
      <ul>
        {leftOut.map(({ scenario, protocol, because }) => (
          <li key={`${scenario} ${protocol}`}>
            <bdi>{scenario}</bdi>, <bdi>{protocol}</bdi>: {because}
          </li>
        ))}
      </ul>
    </>
  );
};

const Task = ({
  task: { scenario, protocol, status, effort },
  explorable,
}: {
  readonly task: OverviewTask;
  readonly explorable: boolean;
}): JSX.Element => {
  const plain = usePlain();
  return (
    <li>
      <bdi>{protocol}</bdi> <span class={tones[status]}>{text.scenarios.status[status]}</span>
      {!plain && <span class="evidence"> · {effort}</span>}
      {explorable && (
        <>
          {" "}
          <a href={stageAddress(scenario, protocol, [])}>{text.explore.title}</a>
        </>
      )}
    </li>
  );
};
