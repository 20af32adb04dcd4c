import { reconfigured, type Chart, type ChartEdit, type ChartOperator } from "./chart.ts";
import { inState } from "./chart-sites.ts";
import { keysTo, several, withValue, written } from "./config.ts";
import type { Spot } from "./mutant.ts";
import { transitionEdit } from "./transition-edit.ts";

/** A list of actions, and what the machine becomes with another one in its place. */
interface ActionList {
  readonly actions: readonly unknown[];
  /** Whether there would be nothing left without its only action. */
  readonly isAll: boolean;
  readonly edit: (operator: string, actions: readonly unknown[], detail: Detail) => ChartEdit;
}

/** What tells an edit from others of the same list. */
type Detail = Pick<Spot, "what" | "instead"> & { readonly detail: string };

const listsIn = (chart: Chart): ActionList[] => [
  ...chart.transitions.map((site) => ({
    actions: several(site.transition.actions),
    isAll: site.transition.target === undefined,
    edit: (operator: string, actions: readonly unknown[], detail: Detail) =>
      transitionEdit(chart, operator, site, { ...site.transition, actions }, detail),
  })),
  ...chart.states.flatMap((state) =>
    (["entry", "exit"] as const).map((when) => ({
      actions: several(state.config[when]),
      isAll: false,
      edit: (
        operator: string,
        actions: readonly unknown[],
        { detail, ...spot }: Detail,
      ): ChartEdit => {
        const keys = [...keysTo(state.path), when];
        const name = `${state.name} ${when}`;
        return {
          operator,
          site: `${name}${detail}`,
          spot: { ...inState(state), when, ...spot },
          keys,
          before: `${name}: ${written(several(state.config[when]))}`,
          after: `${name}: ${written(actions)}`,
          touches: [`${chart.part} in ${state.name}`],
          machine: reconfigured(chart, withValue(chart.config, keys, actions)),
        };
      },
    })),
  ),
];

/** One thing is not done. Where it is all that is done, that is the same as to drop the transition. */
export const dropAction: ChartOperator = (chart) =>
  listsIn(chart)
    .filter(({ actions, isAll }) => actions.length > 1 || !isAll)
    .flatMap(({ actions, edit }) =>
      actions.map((action, at) =>
        edit("drop action", actions.toSpliced(at, 1), whole(nameOf(action, at))),
      ),
    );

/** One thing is done twice. To set the context twice changes nothing as a rule, so that is left. */
export const repeatAction: ChartOperator = (chart) =>
  listsIn(chart).flatMap(({ actions, edit }) =>
    actions.flatMap((action, at) =>
      sets(chart, action)
        ? []
        : [edit("repeat action", actions.toSpliced(at, 0, action), whole(nameOf(action, at)))],
    ),
  );

/** Two things are done in the wrong order. */
export const swapActions: ChartOperator = (chart) =>
  listsIn(chart).flatMap(({ actions, edit }) =>
    actions.slice(1).map((second, at) => {
      const swapped = actions.with(at, second).with(at + 1, actions[at]);
      const [what, instead] = [nameOf(actions[at], at), nameOf(second, at + 1)];
      return edit("reorder actions", swapped, {
        detail: ` ${instead} before ${what}`,
        what,
        instead,
      });
    }),
  );

/** All that is done on the way in, or out. */
export const dropEntryOrExit: ChartOperator = (chart) =>
  listsIn(chart)
    .slice(chart.transitions.length)
    .filter(({ actions }) => actions.length > 1)
    .map(({ edit }) => edit("drop entry or exit", [], { detail: "" }));

const whole = (what: string): Detail => ({ detail: ` ${what}`, what });

const nameOf = (action: unknown, at: number): string => {
  if (typeof action === "string") return action;
  const { type } = action as { readonly type?: string };
  return type === undefined ? `action ${at + 1}` : type;
};

/** Whether an action only sets the context. */
const sets = ({ machine }: Chart, action: unknown): boolean => {
  const name = typeof action === "string" ? action : (action as { type?: string }).type;
  const made: unknown =
    typeof action === "function" ? action : machine.implementations.actions[name!];
  return (made as { type?: string } | undefined)?.type === "xstate.assign";
};
