import type { Chart, ChartOperator } from "./chart.ts";
import { restingStates, type StateSite, type TransitionSite } from "./chart-sites.ts";
import { acts, listOf } from "./config.ts";
import { addition, transitionEdit } from "./transition-edit.ts";

/** Other targets that are tried for one transition. */
const targetsMost = 2;

/** The event finds nobody, or whoever comes next. What is only ignored aloud is left. */
export const dropTransition: ChartOperator = (chart) =>
  chart.transitions
    .filter(({ transition }) => acts(transition))
    .map((site) => transitionEdit(chart, "drop transition", site, undefined, ledTo(site)));

/** The transition leads to a state beside the right one. */
export const retarget: ChartOperator = (chart) =>
  chart.transitions.flatMap((site) =>
    wrongTargets(chart, site).map((target) =>
      transitionEdit(
        chart,
        "retarget",
        site,
        { ...site.transition, target },
        { detail: ` → ${target}`, ...ledTo(site), instead: target },
      ),
    ),
  );

/** The transition does everything else and stays where it is. */
export const stay: ChartOperator = (chart) =>
  chart.transitions
    .filter(({ transition, slot }) => transition.target !== undefined && slot[0] !== "always")
    .map((site) => {
      const { target: _, ...rest } = site.transition;
      return transitionEdit(chart, "stay", site, rest, ledTo(site));
    });

/** A state does on an event what another state does on it. */
export const addTransition: ChartOperator = (chart) => {
  const named = Map.groupBy(
    chart.transitions.filter(({ slot, transition }) => slot[0] === "on" && acts(transition)),
    ({ slot }) => slot[1]!,
  );
  return restingStates(chart.states).flatMap((state) =>
    [...named].flatMap(([event, [first]]) => {
      const own = state.config.on && event in state.config.on ? listOf(state.config.on[event]) : [];
      if (own.some(acts) || first!.state.path.length === 0) return [];
      return [
        addition(chart, "add transition", state, ["on", event], own, absolute(first!, chart)),
      ];
    }),
  );
};

const ledTo = ({ transition: { target } }: TransitionSite): { readonly what?: string } =>
  target === undefined ? {} : { what: target };

/** The states that a transition could have led to instead. */
const wrongTargets = ({ states }: Chart, { state, transition }: TransitionSite): string[] => {
  const { target } = transition;
  const [, dot, name] = /^(\.?)(\w+)$/.exec(target ?? "") ?? [];
  if (name === undefined) return [];
  const around = dot ? Object.keys(state.config.states ?? {}) : [last(state), ...state.siblings];
  const stable = around.filter((one) => one === name || resting(states, state, dot!, one));
  const from = stable.indexOf(name);
  // To lead back to its own state comes to the same as to stay.
  return [...stable.slice(from + 1), ...stable.slice(0, from)]
    .filter((one) => dot !== "" || one !== last(state))
    .slice(0, targetsMost)
    .map((one) => `${dot}${one}`);
};

const resting = (
  states: readonly StateSite[],
  { path }: StateSite,
  dot: string,
  name: string,
): boolean => {
  const wanted = [...(dot ? path : path.slice(0, -1)), name].join(".");
  return restingStates(states).some((one) => one.name === wanted);
};

const last = ({ path }: StateSite): string => path.at(-1) ?? "";

/** The same transition for use in any other state. */
const absolute = ({ state, transition }: TransitionSite, { machine }: Chart) => {
  const { target } = transition;
  if (target === undefined || target.startsWith("#")) return transition;
  const path = target.startsWith(".")
    ? [...state.path, target.slice(1)]
    : [...state.path.slice(0, -1), target];
  return { ...transition, target: `#${[machine.id, ...path].join(".")}` };
};
