import { emit, setup } from "xstate";

/** A part that gives its key away to whoever has brought it into one certain state. */
export interface Lock {
  /** Right presses that lead there, one after the other. */
  readonly steps: number;
  /** Buttons to choose from, each time. */
  readonly among: number;
  /** How many right presses a wrong one undoes. */
  readonly back: "all" | "one";
}

/** The button that is right after so many right ones. */
const rightAfter = (presses: number, { among }: Lock): number => (presses * 7 + 3) % among;

/** A lock as a machine: `after0`, `after1` … say how many presses were right. */
export const locked = (id: string, lock: Lock, partner: boolean) => {
  const last = lock.steps;
  const states = Array.from({ length: last + 1 }, (_, presses) => {
    const back = lock.back === "all" ? 0 : Math.max(0, presses - 1);
    const right = { guard: { type: "isRight", params: { right: rightAfter(presses, lock) } } };
    const press = [
      ...(presses < last ? [{ ...right, target: `after${presses + 1}` }] : []),
      { target: `after${back}` },
    ];
    const ask = { guard: "mayGive", actions: "give" };
    return [
      `after${presses}`,
      { on: { "user.press": press, ...(presses < last ? {} : { "user.ask": ask }) } },
    ];
  });
  return setup({
    types: {} as {
      events:
        | { type: "user.press"; button: number }
        | { type: "user.ask"; sees: { partner?: "open" | "shut" } };
    },
    guards: {
      isRight: ({ event }, { right }: { right: number }) =>
        event.type === "user.press" && event.button === right,
      mayGive: ({ event }) =>
        !partner || (event.type === "user.ask" && event.sees.partner === "open"),
    },
    actions: { give: emit({ type: "give" }) },
  }).createMachine({
    id,
    initial: "after0",
    states: Object.fromEntries(states) as Record<string, object>,
  });
};
