import { faultKinds } from "../../world/index.ts";
import { confirmedBreak } from "../confirmed-break.ts";
import { Random } from "../random.ts";
import type { Counterexample } from "../result.ts";
import { worldOf, type Task } from "../task.ts";
import { changingSlots } from "./changing-slots.ts";
import { exploring, type Explorer } from "./explorer.ts";
import { wayTo } from "./way.ts";

/** States after which it is given up to tell; a slice of a short trace has far fewer. */
const statesMost = 40_000;

/**
 * Looks for a shorter trace to a break that was found by chance: breadth first, in the slice of its trace, in which
 * only parts act that act in it and only those kinds of fault come that come in it. Answers the shortest one and says
 * so; where there are too many states to tell, the one that was found.
 */
export const certified = (task: Task, found: Counterexample, signature: string): Counterexample => {
  const slice = sliceOf(task, found);
  const world = worldOf(slice);
  const slots = changingSlots(world, new Random(1), found.steps.length);
  return exploring(world, slots, (explorer) => {
    const shorter = shorterIn(explorer, found.steps.length, signature);
    if (shorter === undefined) return found;
    if (shorter === "none") return { ...found, shortest: "in its slice" };
    const { instance, state, move } = shorter;
    const moves = wayTo(explorer, state, move).moves;
    const at = move < 0 ? "end" : "last";
    const confirmed = confirmedBreak(task, world, {
      instance,
      moves,
      at,
      shortest: "in its slice",
    });
    return { ...confirmed, foundWith: found.foundWith, foundInRun: found.foundInRun };
  });
};

/** A break of this kind after fewer moves; undefined if that cannot be told. */
const shorterIn = (explorer: Explorer, length: number, signature: string) => {
  const wanted = () => explorer.breaks.find((one) => one.signature === signature);
  for (;;) {
    const found = wanted();
    // What shows at rest shows when the state's turn comes, one level later than what a move breaks.
    if (found)
      return wayTo(explorer, found.state, found.move).moves.length < length ? found : "none";
    if (explorer.depth >= length) return "none";
    if (explorer.states.size > statesMost) return undefined;
    if (explorer.advance(64)) return wanted() ?? "none";
  }
};

const sliceOf = (task: Task, { steps }: Counterexample): Task => {
  const names = steps.map(({ move }) => move);
  const { parts } = task.protocol.compose(task.scenario.cast);
  return {
    ...task,
    still: parts.map(({ name }) => name).filter((name) => !names.some((move) => acts(name, move))),
    scenario: {
      ...task.scenario,
      faults: Object.fromEntries(
        faultKinds
          .filter((kind) => names.some((name) => name.startsWith(`${kind} `)))
          .map((kind) => [kind, task.scenario.faults[kind] ?? 0]),
      ),
    },
  };
};

/** Whether a move of this name is an intent of this part. */
const acts = (part: string, move: string): boolean =>
  move.replace(/^crash after \d+ of: /, "").startsWith(`${part} `);
