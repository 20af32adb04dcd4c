import { remade } from "../machine/index.ts";
import { reconfigured, type ChartOperator } from "./chart.ts";
import { inState } from "./chart-sites.ts";
import { keysTo, several, withValue, written } from "./config.ts";

/** A state does not carry a tag that others ask for. */
export const dropTag: ChartOperator = (chart) =>
  chart.states.flatMap((state) => {
    const keys = [...keysTo(state.path), "tags"];
    const tags = several(state.config.tags);
    return tags.map((tag, at) => {
      const rest = tags.toSpliced(at, 1);
      return {
        operator: "drop tag",
        site: `${state.name} ${String(tag)}`,
        spot: { ...inState(state), what: String(tag) },
        keys,
        before: `${state.name} tags: ${written(tags)}`,
        after: `${state.name} tags: ${written(rest)}`,
        touches: [`${chart.part} in ${state.name}`],
        machine: reconfigured(chart, withValue(chart.config, keys, rest)),
      };
    });
  });

/** What happens after a while never does. */
export const dropAfter: ChartOperator = (chart) =>
  chart.states.flatMap((state) =>
    Object.entries(state.config.after ?? {}).map(([delay, value]) => {
      const keys = [...keysTo(state.path), "after", delay];
      return {
        operator: "never after",
        site: `${state.name} after ${delay}`,
        spot: { ...inState(state), when: `after ${delay}` },
        keys,
        before: `${state.name} after ${delay}: ${written(value)}`,
        after: undefined,
        touches: [`${chart.part} in ${state.name}`],
        machine: reconfigured(chart, withValue(chart.config, keys, undefined)),
      };
    }),
  );

/** How much later, and how much sooner, something happens than it should. */
const tooLate = 10;

/** What happens after a while happens far too late, or at once. */
export const wrongDelay: ChartOperator = (chart) =>
  Object.entries(chart.machine.implementations.delays).flatMap(([name, delay]) =>
    typeof delay !== "number"
      ? []
      : [delay * tooLate, 0].map((wrong) => ({
          operator: wrong > delay ? "too late" : "too soon",
          site: name,
          spot: { when: `after ${name}` },
          keys: ["delays", name],
          before: `${name}: ${delay}`,
          after: `${name}: ${wrong}`,
          touches: chart.states
            .filter(({ config }) => config.after && name in config.after)
            .map((state) => `${chart.part} in ${state.name}`),
          machine: () => remade(chart.machine, undefined, { delays: { [name]: wrong } }),
        })),
  );
