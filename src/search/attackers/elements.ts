import { openingsOf, powersOf, type Adversary } from "../../world/index.ts";
import { compositionOf, type Task } from "../task.ts";

/** What makes a difference: what an adversary can do, and what people let others do. */
export interface Element {
  readonly kind: "capability" | "grant" | "opt-in";
  readonly name: string;
}

/** What the scenario of a task lets people do, and the protocol says that it lets others read or do more. */
export const openingsIn = (task: Pick<Task, "protocol" | "scenario">): readonly Element[] =>
  openingsOf(compositionOf(task), task.scenario.mayDo);

/** Everything that may be taken away from an adversary, or from nobody, and from a scenario; each under its name. */
export const elementsOf = (
  task: Task,
  one: Adversary | undefined,
): ReadonlyMap<string, Element> => {
  const powers = (one ? powersOf(one) : []).map((name): Element => ({ kind: "capability", name }));
  return new Map([...powers, ...openingsIn(task)].map((element) => [element.name, element]));
};

/** The ability that a move of an adversary makes use of, by the kind of move. */
const abilities: Readonly<Record<string, string>> = {
  suppress: "drop",
  overtake: "reorder",
  withhold: "delay",
  replay: "replay",
  inject: "inject",
};

/** The elements that a story may have made use of: whatever its moves need, and what nobody sees being used. */
export const usedIn = (
  task: Task,
  elements: ReadonlyMap<string, Element>,
  moves: readonly string[],
): readonly string[] => {
  const { parts } = compositionOf(task);
  const plain = moves.map((move) => move.replace(/^crash after \d+ of: /, ""));
  const used = new Set(["observe", ...plain.map((move) => abilities[move.split(" ", 1)[0]!])]);
  const isMade = (name: string): boolean => {
    const [who, ...does] = name.split(" ");
    const theirs = parts.filter((part) => [part.name, part.unit, part.owner].includes(who!));
    const names = [name, ...theirs.map((part) => [part.name, ...does].join(" "))];
    return plain.some((move) => names.some((one) => move === one || move.startsWith(`${one} `)));
  };
  return [...elements.keys()].filter((name) => used.has(name) || isMade(name));
};
