import { Random } from "../../src/search/random.ts";
import { worldOf } from "../../src/search/index.ts";
import { MoveList, type World } from "../../src/world/index.ts";
import { noticeTask, traceLength } from "./notice.ts";
import { actionsOf, invariantsHold, start, type Action, type State } from "./reference.ts";
import { sizes, type SizeName } from "./sizes.ts";

/** Throws unless the machines and the hand-written checker offer the same actions along random walks. */
export const walkSideBySide = (name: SizeName, version: "right" | "bug", walks: number): number => {
  const world = worldOf(noticeTask(name, version));
  const actions = actionsOf(sizes[name], version === "bug");
  const random = new Random(1);
  let steps = 0;
  for (let walk = 0; walk < walks; walk++) {
    const state = start(sizes[name]);
    let ours = true;
    let theirs = true;
    world.begin();
    for (let move = 0; move < traceLength; move++) {
      const moves = enabledMoves(world);
      mustBeSame(
        moves.map(({ name: shown }) => shown),
        actions.filter(({ enabled }) => enabled(state)),
      );
      const chosen = moves[random.below(moves.length)];
      if (!chosen) break;
      chosen.make();
      actions.find((action) => action.name === chosen.name)!.act(state);
      // A late acknowledgement mends the checker's invariant, and no verdict of ours: what was, was.
      ours = ours && world.violations.length === 0;
      theirs = theirs && invariantsHold(state);
      if (ours !== theirs) throw new Error(`verdicts differ after ${chosen.name}`);
      steps++;
    }
  }
  return steps;
};

/** All reachable states of the hand-written checker, and all actions enabled in them. */
export const countByHand = (name: SizeName): Count => {
  const actions = actionsOf(sizes[name], false);
  return explore<State>(start(sizes[name]), JSON.stringify, (state) =>
    actions
      .filter(({ enabled }) => enabled(state))
      .map(({ act }) => {
        const next = structuredClone(state);
        act(next);
        return next;
      }),
  );
};

/** The same with the engine's world. What hosts have seen is what they know there. */
export const countByEngine = (name: SizeName): Count => {
  const world = worldOf(noticeTask(name));
  world.begin();
  return explore(
    world.save(),
    // A slot that came later counts as zero.
    (state) => state.join().replace(/(,0)*$/, ""),
    (state) => {
      world.load(state);
      return enabledMoves(world).map(({ make }) => {
        world.load(state);
        make();
        return world.save();
      });
    },
  );
};

export interface Count {
  readonly states: number;
  readonly transitions: number;
}

const explore = <S>(first: S, keyOf: (state: S) => string, next: (state: S) => S[]): Count => {
  const known = new Set([keyOf(first)]);
  const queue = [first];
  let transitions = 0;
  for (const state of queue)
    for (const reached of next(state)) {
      transitions++;
      const key = keyOf(reached);
      if (known.has(key)) continue;
      known.add(key);
      queue.push(reached);
    }
  return { states: known.size, transitions };
};

/** The moves that are enabled: those on offer that turn out to find room in their channels. */
const enabledMoves = (world: World): { readonly name: string; readonly make: () => void }[] => {
  const moves = new MoveList();
  world.offers.list(moves);
  return Array.from({ length: moves.count }, (_, at) => ({
    name: world.offers.nameOf(moves, at),
    make: () => world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!),
  })).filter(({ make }) => {
    if (!make()) return false;
    world.undo();
    return true;
  });
};

const mustBeSame = (ours: readonly string[], theirs: readonly Action[]): void => {
  const [left, right] = [
    ours.toSorted().join("; "),
    theirs
      .map(({ name }) => name)
      .toSorted()
      .join("; "),
  ];
  if (left !== right) throw new Error(`ours offers ${left}, the checker ${right}`);
};
