import { fieldsSetBy, forgetting, remade } from "../machine/index.ts";
import type { Chart, ChartOperator } from "./chart.ts";
import { touchOf, type TransitionSite } from "./chart-sites.ts";
import { several } from "./config.ts";

/** An action leaves one field of the context as it was: something is not remembered, or not forgotten. */
export const forgetField: ChartOperator = (chart) =>
  Object.entries(chart.machine.implementations.actions).flatMap(([name, action]) =>
    fieldsSetBy(action, chart.fields).map((field) => ({
      operator: "forget field",
      site: `${name} ${field}`,
      spot: { when: name, what: field },
      keys: ["actions", name],
      before: `${name}: assign({ …, ${field} })`,
      after: `${name}: assign({ … })`,
      touches: usesOf(chart, name),
      machine: () =>
        remade(chart.machine, undefined, { actions: { [name]: forgetting(action, field) } }),
    })),
  );

/** Where an action of that name is done. */
const usesOf = ({ part, states, transitions }: Chart, name: string): string[] => {
  const does = (actions: unknown): boolean =>
    several(actions).some(
      (one) => one === name || (one as { readonly type?: string }).type === name,
    );
  const uses = ({ transition }: TransitionSite): boolean => does(transition.actions);
  return [
    ...transitions.filter(uses).map(({ state, slot }) => touchOf(part, state, slot)),
    ...states
      .filter(({ config }) => does(config.entry) || does(config.exit))
      .map((state) => `${part} in ${state.name}`),
  ];
};
