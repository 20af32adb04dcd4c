import {
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  raise,
  type AnyStateMachine,
} from "xstate";
import type { Draw } from "./draw.ts";

export const alphabet = ["a", "b", "c", "d.one", "d.two"].map((type) => ({ type }));

type Config = Record<string, unknown>;
interface Drawn {
  readonly config: Config;
  readonly id: string;
  readonly type: string;
}

/** A random statechart with everything that a table must get right: see the list of `actions` and `types` below. */
export const randomMachine = (draw: Draw): AnyStateMachine => {
  const drawn: Drawn[] = [];
  const root = drawState(draw, drawn, 0, "compound");
  const ids = drawn.slice(1).map(({ id }) => id);
  for (const { config, type } of drawn) if (type !== "history") addBehaviour(draw, config, ids);
  const output = ({ context }: { context: { n: number } }) => ({ ended: context.n });
  return createMachine({ ...root, id: "random", context: { n: 0 }, output } as never);
};

const chance = (draw: Draw, percent: number): boolean => draw(100) < percent;
const oneOf = <T>(draw: Draw, values: readonly T[]): T => values[draw(values.length)]!;

const drawState = (
  draw: Draw,
  drawn: Drawn[],
  depth: number,
  type: string,
  parent = "",
): Config => {
  const id = depth === 0 ? "random" : `s${drawn.length}`;
  const config: Config = depth === 0 ? {} : { id, tags: [id] };
  drawn.push({ config, id, type });
  if (type === "final") Object.assign(config, { type, output: outputOf(draw(3)) });
  if (type === "history")
    Object.assign(config, { type, history: oneOf(draw, ["shallow", "deep"]) });
  if (type === "parallel") config["type"] = "parallel";
  if (type !== "compound" && type !== "parallel") return config;
  const count = 2 + draw(2);
  const states: Record<string, Config> = {};
  for (let at = 0; at < count; at++)
    states[`k${at}`] = drawState(
      draw,
      drawn,
      depth + 1,
      typeBelow(draw, depth, at, type, parent),
      type,
    );
  if (chance(draw, 30)) states["h"] = drawState(draw, drawn, depth + 1, "history");
  config["states"] = states;
  if (type === "compound") config["initial"] = "k0";
  return config;
};

const outputOf =
  (tag: number) =>
  ({ context }: { context: { n: number } }): Record<string, number> => ({ tag, n: context.n });

const typeBelow = (
  draw: Draw,
  depth: number,
  at: number,
  parent: string,
  above: string,
): string => {
  if (depth >= 3) return "atomic";
  // Regions that end are rare by chance, and only when all of them do is a parallel state done.
  if (at > 0 && above === "parallel" && parent === "compound" && chance(draw, 50)) return "final";
  if (at > 1 && depth === 0 && chance(draw, 10)) return "final";
  if (parent === "parallel") return oneOf(draw, ["compound", "compound", "atomic", "parallel"]);
  if (at > 0 && depth > 0 && chance(draw, 20)) return "final";
  return oneOf(draw, ["atomic", "atomic", "compound", "parallel"]);
};

const addBehaviour = (draw: Draw, config: Config, ids: readonly string[]): void => {
  if (config["type"] !== "final") {
    const on: Record<string, unknown> = {};
    for (const { type } of alphabet)
      if (chance(draw, 35)) on[type] = [drawTransition(draw, ids), drawTransition(draw, ids)];
    if (chance(draw, 15)) on["d.*"] = drawTransition(draw, ids);
    if (chance(draw, 8)) on["*"] = chance(draw, 50) ? {} : drawTransition(draw, ids);
    if (chance(draw, 15)) on["raised"] = drawTransition(draw, ids);
    if (chance(draw, 15)) on["delayed"] = drawTransition(draw, ids);
    config["on"] = on;
    if (chance(draw, 25))
      config["after"] = {
        [1 + draw(5)]: drawTransition(draw, ids),
        ...(chance(draw, 30) ? { 9: { actions: drawActions(draw) } } : {}),
      };
    if (chance(draw, 15))
      config["always"] = {
        target: `#${oneOf(draw, ids)}`,
        guard: isRest(1, 3),
        actions: [count, ...drawActions(draw)],
      };
    if (config["states"] && chance(draw, config["type"] === "parallel" ? 45 : 30))
      config["onDone"] = drawTransition(draw, ids);
    if (config["initial"] && chance(draw, 25))
      config["initial"] = { target: config["initial"], actions: drawActions(draw) };
  }
  if (chance(draw, 30)) config["entry"] = drawActions(draw);
  if (chance(draw, 30)) config["exit"] = drawActions(draw);
};

const isRest =
  (rest: number, modulus: number) =>
  ({ context }: { context: { n: number } }): boolean =>
    context.n % modulus === rest;

const drawTransition = (draw: Draw, ids: readonly string[]): Config => ({
  ...(chance(draw, 70) ? { target: `#${oneOf(draw, ids)}` } : {}),
  ...(chance(draw, 40) ? { guard: isRest(draw(2), 2) } : {}),
  ...(chance(draw, 10) ? { reenter: true } : {}),
  actions: drawActions(draw),
});

const count = assign({ n: ({ context }: { context: { n: number } }) => (context.n + 1) % 4 });

const drawActions = (draw: Draw): unknown[] =>
  Array.from({ length: draw(3) }, () => {
    const tag = draw(100);
    return oneOf(draw, [
      () => [emit({ type: `said.${tag}` })],
      () => [
        emit(({ context, event }) => ({
          type: "told",
          tag,
          n: context.n,
          of: event.type,
          output: (event as { output?: unknown }).output,
        })),
      ],
      () => [count],
      () => [raise({ type: "raised" })],
      () => [cancel("t"), raise({ type: "delayed" }, { id: "t", delay: tag % 5 })],
      () => [cancel("t")],
      () => [
        enqueueActions(({ context, enqueue, check }) => {
          if (check(isRest(1, 2) as never))
            enqueue.emit({ type: "odd", n: context.n, tag } as never);
          else enqueue(count as never);
        }),
      ],
    ])();
  }).flat();
