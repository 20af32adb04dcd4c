import type { JSX } from "preact";
import type { Explorer } from "../../explore/explorer.ts";
import { sentence } from "../../report/words.ts";
import { text } from "../texts/index.ts";
import { stageAddress } from "./stage-address.ts";

/** Every scenario with its versions: where to begin. */
export const ScenarioList = ({ explorer }: { readonly explorer: Explorer }): JSX.Element => (
  <section>
    <h1>{text.explore.title}</h1>
    <p class="lead">{text.explore.says}</p>
    <h2>{text.explore.choose}</h2>
    <ul class="scenario-list">
      {[...Map.groupBy(explorer.tasks, ({ scenario }) => scenario)].map(([scenario, tasks]) => (
        <li key={scenario}>
          <b>
            <bdi>{scenario}</bdi>
          </b>
          <p>{sentence(tasks[0]!.says)}</p>
          <p class="links">
            {tasks.map(({ protocol }) => (
              <a key={protocol} class="chip" href={stageAddress(scenario, protocol, [])}>
                <bdi>{protocol}</bdi>
              </a>
            ))}
          </p>
        </li>
      ))}
    </ul>
  </section>
);
