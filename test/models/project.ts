import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tasksOf } from "../../src/cli/project/project.ts";
import type { PrivacyPromise } from "../../src/promise/index.ts";
import { asDeclared, type Task } from "../../src/search/index.ts";
import type { Scenario } from "../../src/world/index.ts";
import { keys } from "../../models/promises/keys.ts";
import { p1 } from "../../models/promises/p1.ts";
import { p2 } from "../../models/promises/p2.ts";
import { p3 } from "../../models/promises/p3.ts";
import { p4 } from "../../models/promises/p4.ts";
import { p5 } from "../../models/promises/p5.ts";
import { service } from "../../models/promises/service.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The promises of the messenger. */
export const promises: readonly PrivacyPromise[] = [p1, p2, p3, p4, p5, keys, service];

/** Every scenario of the repository by its name; files beside them that export none hold what scenarios share. */
export const scenarios: ReadonlyMap<string, Scenario> = new Map(
  (
    await Promise.all(
      globSync("scenarios/**/*.ts", { cwd: root })
        .toSorted()
        .map(async (file) => {
          const { default: scenario } = (await import(`${root}/${file}`)) as { default?: Scenario };
          return [file.slice("scenarios/".length, -".ts".length), scenario] as const;
        }),
    )
  ).flatMap(([name, scenario]) => (scenario === undefined ? [] : [[name, scenario] as const])),
);

/** Attacks have promises of their own, beside those of the messenger. */
const named = [...scenarios].map(([name, scenario]) => ({ name, scenario }));
const own = named.flatMap(({ scenario }) => scenario.promises);
const isOwn = ({ promises: its, attack }: Scenario): boolean =>
  its.length > 0 && attack !== undefined;

/** The known attacks that are looked for in protocols of their own. */
export const attacks: readonly Task[] = tasksOf({
  scenarios: named,
  promises: [...promises, ...new Set(own)],
}).filter(({ scenario }) => isOwn(scenario));

/** One scenario under one of its protocols. */
export const taskOf = (scenarioName: string, protocolName: string): Task => {
  const scenario = scenarios.get(scenarioName)!;
  const protocol = scenario.protocols.find(({ name }) => name === protocolName)!;
  const judging = [...promises, ...scenario.promises];
  return asDeclared({ scenario, scenarioName, protocol, promises: judging });
};

/** All scenarios of the messenger under all their protocols. */
export const tasks: readonly Task[] = named
  .filter(({ scenario }) => !isOwn(scenario))
  .flatMap(({ name, scenario }) =>
    scenario.protocols.map((protocol) => taskOf(name, protocol.name)),
  );
