import type { AnyStateMachine, AnyStateNode } from "xstate";
import { Mistake, type Place } from "../mistake.ts";
import { endlessAlways } from "./always-cycle.ts";
import { chartOf, stateName, transitionsOf } from "./chart.ts";
import { placeOfKeys, placeOfState } from "./locate.ts";

const reaching = new Map([
  ["xstate.sendTo", "sendTo (or sendParent, forwardTo)"],
  ["xstate.spawnChild", "spawnChild"],
  ["xstate.stopChild", "stopChild"],
]);

/** How people call an action that a model must not use. */
export const foreignName = (type: string): string =>
  reaching.get(type) ?? `the custom action "${type}"`;

interface Action {
  readonly type?: string;
  readonly to?: unknown;
  readonly delay?: unknown;
}

/** Something that a model must not contain, and the line on which it does. */
export interface LintFinding {
  readonly where: Place | undefined;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
}

/**
 * Finds what a model must not contain: `invoke`, child actors, sending by other means than `emit`, actions of its own
 * making, and `always` transitions that would run for ever.
 */
export const lint = (machine: AnyStateMachine, place?: Place): LintFinding[] => [
  ...chartOf(machine).nodes.flatMap((node) =>
    faultsOf(node).map(({ does, why = onlyEmits, todo }) => ({
      where: placeOfState(place, node),
      what: `machine "${machine.id}": state "${stateName(node)}" ${does}`,
      why,
      todo,
    })),
  ),
  ...Object.entries(machine.implementations.actions).flatMap(([name, action]) => {
    const type = (action as unknown as Action | undefined)?.type;
    return type !== undefined && reaching.has(type)
      ? [
          {
            where: placeOfKeys(place, ["actions", name]),
            what: `machine "${machine.id}": its action "${name}" is ${means(action)}`,
            why: onlyEmits,
            todo: emitInstead,
          },
        ]
      : [];
  }),
];

/** Throws the first {@link lint} finding as a {@link Mistake}. */
export const mustPassLint = (machine: AnyStateMachine, place: Place | undefined): void => {
  const [finding] = lint(machine, place);
  if (finding) throw new Mistake({ ...finding });
};

const onlyEmits = "a model is one pure machine; it acts on the world only by what it emits";

const emitInstead = "emit an event instead, and say in the wiring whom it reaches";

interface Fault {
  readonly does: string;
  readonly why?: string;
  readonly todo: string;
}

const faultsOf = (node: AnyStateNode): Fault[] => {
  const faults: Fault[] = [];
  if (node.invoke.length > 0)
    faults.push({
      does: "invokes an actor",
      todo: "put the other party into the composition and let the machine emit to it",
    });
  for (const action of actionsOf(node)) {
    const does = misuse(node.machine, action);
    if (does) faults.push({ does, todo: emitInstead });
  }
  for (const { kind, name } of missingNames(node))
    faults.push({
      does: `names the ${kind} "${name}", which is not implemented`,
      why: "nothing says what it means, so the machine would not do what it reads",
      todo: `add it to the ${kind}s of setup(), or correct the name`,
    });
  const endless = endlessAlways(node);
  if (endless) faults.push({ does: endless, todo: "guard it, or give it another target" });
  return faults;
};

/** Names of actions, guards and delays that the machine does not implement. */
const missingNames = (node: AnyStateNode): { kind: string; name: string }[] => {
  const { actions, guards, delays } = node.machine.implementations;
  const missing = (kind: string, names: readonly unknown[], known: object) =>
    [...new Set(names)]
      .filter((name): name is string => typeof name === "string" && !(name in known))
      .map((name) => ({ kind, name }));
  return [
    ...missing(
      "action",
      actionsOf(node)
        .filter((action) => typeof action !== "function")
        .map((action) => (typeof action === "string" ? action : (action as Action).type)),
      actions,
    ),
    ...missing(
      "guard",
      transitionsOf(node).flatMap(({ guard }) => guardNames(guard)),
      guards,
    ),
    ...missing(
      "delay",
      // XState takes a text of digits for a number.
      [...node.after, ...madeOf(node)]
        .map(({ delay }) => delay)
        .filter((delay) => Number.isNaN(Number(delay))),
      delays,
    ),
  ];
};

/** The actions of a state as XState made them. */
const madeOf = (node: AnyStateNode): Action[] =>
  actionsOf(node).flatMap((action) => {
    if (typeof action === "function") return [action as Action];
    const name = typeof action === "string" ? action : (action as Action).type;
    const made: unknown = node.machine.implementations.actions[name!];
    return made === undefined ? [] : [made as Action];
  });

/** Names of guards in a guard, also of those inside `and`, `or` and `not`. */
const guardNames = (guard: unknown): unknown[] => {
  if (typeof guard === "string") return [guard];
  if (typeof guard === "object" && guard !== null && "type" in guard) return [guard.type];
  if (typeof guard !== "function" || !("guards" in guard)) return [];
  return (guard.guards as readonly unknown[]).flatMap(guardNames);
};

const actionsOf = (node: AnyStateNode): unknown[] => [
  ...node.entry,
  ...node.exit,
  ...(node.type === "compound" ? node.initial.actions : []),
  ...transitionsOf(node).flatMap(({ actions }) => actions as readonly unknown[]),
];

const misuse = (machine: AnyStateMachine, action: unknown): string | undefined => {
  const name = typeof action === "string" ? action : (action as Action).type;
  const inline = typeof action === "function";
  const made: unknown = inline ? action : machine.implementations.actions[name!];
  if (made === undefined) return undefined;
  const type = (made as Action).type;
  if (type !== undefined && reaching.has(type)) return `uses ${means(made)}`;
  if (!("resolve" in (made as object)))
    return `runs ${inline ? "a function of its own" : `the custom action "${name}"`}`;
  return undefined;
};

/** XState makes `sendParent` a `sendTo` with a special address. */
const means = (action: unknown): string => {
  const { type, to } = action as Action;
  return to === "#_parent" ? "sendParent" : reaching.get(type!)!;
};
