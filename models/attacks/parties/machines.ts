import { emit, setup } from "xstate";

/** One thing that a machine waits for, and the emission that answers it. */
type Turn = readonly [event: string, emission: string];

/** A message that comes when nobody waits for it is ignored aloud; what people decide is not on offer then. */
const ignoring = (turns: readonly Turn[]) =>
  Object.fromEntries(turns.flatMap(([event]) => (event.startsWith("user.") ? [] : [[event, {}]])));

const on = ([event, emission]: Turn, target?: string) => ({
  [event]: { ...(target ? { target } : {}), actions: emit({ type: emission }) },
});

/** Waits for one event after the other, and answers each once. */
export const inTurn = (id: string, ...turns: readonly Turn[]) =>
  setup({}).createMachine({
    id,
    initial: "turn 1",
    states: Object.fromEntries([
      ...turns.map((turn, at) => [
        `turn ${at + 1}`,
        { on: { ...ignoring(turns), ...on(turn, `turn ${at + 2}`) } },
      ]),
      [`turn ${turns.length + 1}`, { on: ignoring(turns) }],
    ]),
  });

/** Answers each of these events whenever it comes. */
export const atAnyTime = (id: string, ...turns: readonly Turn[]) =>
  setup({}).createMachine({
    id,
    initial: "ready",
    states: { ready: { on: Object.assign({}, ...turns.map((turn) => on(turn))) } },
  });
