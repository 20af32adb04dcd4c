import { assign, createMachine, not, or, type AnyStateMachine } from "xstate";

/** What a machine is made of, apart from its configuration. */
type Implementations = Readonly<
  Partial<Record<"actions" | "guards" | "delays", Readonly<Record<string, unknown>>>>
>;

/** The same machine with another configuration, or with some of its names meaning something else. */
export const remade = (
  machine: AnyStateMachine,
  config: object = machine.config,
  { actions, guards, delays }: Implementations = {},
): AnyStateMachine => {
  const own = machine.implementations;
  const implementations = {
    ...own,
    actions: { ...own.actions, ...actions },
    guards: { ...own.guards, ...guards },
    delays: { ...own.delays, ...delays },
  };
  return createMachine(config as never, implementations as never) as unknown as AnyStateMachine;
};

/** A guard that holds where this one does not. */
export const negated = (guard: unknown): unknown => not(guard as never);

/** A guard that holds where either of two does. */
export const eitherOf = (guard: unknown, other: unknown): unknown =>
  or([guard, other] as never) as unknown;

/** What an `assign` sets: an object of fields, or a function that answers one. Undefined for every other action. */
const assignmentOf = (action: unknown): unknown =>
  typeof action === "function" && "type" in action && action.type === "xstate.assign"
    ? (action as unknown as { assignment: unknown }).assignment
    : undefined;

/** Which of these context fields an action sets, as far as its text tells; none, unless it is an `assign`. */
export const fieldsSetBy = (action: unknown, fields: readonly string[]): readonly string[] => {
  const assignment = assignmentOf(action);
  if (typeof assignment === "object" && assignment !== null)
    return fields.filter((field) => field in assignment);
  if (typeof assignment !== "function") return [];
  const text = String(assignment);
  return fields.filter((field) => new RegExp(`\\b${field}\\b`).test(text));
};

type Assigning = (args: unknown, params: unknown) => Readonly<Record<string, unknown>>;

/** The same `assign`, save that it leaves one field of the context as it was. */
export const forgetting = (action: unknown, field: string): unknown => {
  const assignment = assignmentOf(action);
  const all: Assigning =
    typeof assignment === "function"
      ? (assignment as Assigning)
      : (args, params) =>
          Object.fromEntries(
            Object.entries(assignment as object).map(([name, value]) => [
              name,
              typeof value === "function" ? (value as Assigning)(args, params) : value,
            ]),
          );
  return assign(((args: unknown, params: unknown) => {
    const { [field]: _, ...rest } = all(args, params);
    return rest;
  }) as never);
};
