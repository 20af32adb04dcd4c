import { eitherOf, negated } from "../machine/index.ts";
import type { ChartOperator } from "./chart.ts";
import type { TransitionSite } from "./chart-sites.ts";
import { occasionOf } from "./chart-sites.ts";
import { named } from "./config.ts";
import { transitionEdit } from "./transition-edit.ts";

const guarded: (sites: readonly TransitionSite[]) => TransitionSite[] = (sites) =>
  sites.filter(({ transition }) => transition.guard !== undefined);

/** The transition is taken whenever its event comes. */
export const dropGuard: ChartOperator = (chart) =>
  guarded(chart.transitions).map((site) => {
    const { guard, ...rest } = site.transition;
    return transitionEdit(chart, "drop guard", site, rest, { what: named(guard) });
  });

/** The transition is taken exactly when it should not be. */
export const negateGuard: ChartOperator = (chart) =>
  guarded(chart.transitions).map((site) => {
    const guard = negated(site.transition.guard);
    const what = named(site.transition.guard);
    return transitionEdit(chart, "negate guard", site, { ...site.transition, guard }, { what });
  });

/** The transition is also taken where another guard of the same event holds. */
export const weakenGuard: ChartOperator = (chart) =>
  guarded(chart.transitions).flatMap((site) => {
    const { guard } = site.transition;
    const other = guarded(chart.transitions)
      .filter(({ slot }) => occasionOf(slot) === occasionOf(site.slot))
      .map(({ transition }) => transition.guard)
      .find((one) => named(one) !== named(guard));
    if (other === undefined) return [];
    const weaker = { ...site.transition, guard: eitherOf(guard, other) };
    const spot = { what: named(guard), instead: named(other) };
    return [transitionEdit(chart, "weaken guard", site, weaker, spot)];
  });
