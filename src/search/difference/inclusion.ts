import { ableIn, type View } from "./view.ts";
import { wayTo, type Reached, type Taken } from "./way-to.ts";

/** A way that one view can go and another cannot follow, whatever it does unseen. */
export interface Unfollowed {
  /** What is seen on the way; the last is what cannot be followed, or what people can do there. */
  readonly seen: readonly string[];
  readonly way: readonly Taken[];
}

interface Node extends Reached {
  /** All states that the other view can be in. */
  readonly others: readonly number[];
}

/** States that sets of them may have in all, after which it is given up. */
const effortMost = 500_000;

/**
 * A shortest way of `head` that `base` cannot follow: weak inclusion of what is seen and of what people can do on the
 * way, with `base` made deterministic as far as it is needed. What people can do counts only where all states of both are
 * there (`closed`): elsewhere it is not known. Undefined if there is none, "too many" if that takes too long to tell.
 */
export const unfollowed = (
  head: View,
  base: View,
  closed: boolean,
): Unfollowed | "too many" | undefined => {
  const follow = new Followers(base);
  const able = closed ? ableIn(head) : undefined;
  const seen = new Set<string>();
  const begin = follow.closed([0]);
  const queue: Node[] = [{ state: 0, others: begin.states, from: undefined, step: -1 }];
  for (let at = 0; at < queue.length; at++) {
    if (follow.effort + queue.length > effortMost) return "too many";
    const node = queue[at]!;
    for (let step = head.offsets[node.state]!; step < head.offsets[node.state + 1]!; step++) {
      const state = head.targets[step]!;
      const label = head.labels[step]!;
      const next = label === "" ? { states: node.others } : follow.after(node.others, label);
      if (!follow.canBe(next.states, state < 0 ? undefined : able?.[state]))
        return unfollowedOn(wayTo(node, step), head);
      const key = `${state} ${follow.numberOf(next.states)}`;
      if (state < 0 || seen.has(key)) continue;
      seen.add(key);
      queue.push({ state, others: next.states, from: node, step });
    }
  }
  return undefined;
};

/** Sets of states of a view, each kept once, with what it can do next. */
class Followers {
  /** States in all sets that were made. */
  effort = 0;
  readonly #view: View;
  readonly #able: readonly string[];
  readonly #numbers = new Map<string, number>();
  readonly #after = new Map<string, { readonly states: readonly number[] }>();

  constructor(view: View) {
    this.#view = view;
    this.#able = ableIn(view);
  }

  /** Whether people can come to do just this in one of these states. */
  canBe(states: readonly number[], ready: string | undefined): boolean {
    if (ready === undefined) return states.length > 0;
    return states.some((state) => this.#able[state] === ready);
  }

  numberOf(states: readonly number[]): number {
    const key = states.join();
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size));
    return number;
  }

  /** Where the view can be once this was seen. */
  after(states: readonly number[], label: string): { readonly states: readonly number[] } {
    const key = `${this.numberOf(states)} ${label}`;
    const known = this.#after.get(key);
    if (known) return known;
    const { offsets, targets, labels } = this.#view;
    const reached: number[] = [];
    for (const state of states)
      for (let step = offsets[state]!; step < offsets[state + 1]!; step++)
        if (labels[step] === label && targets[step]! >= 0) reached.push(targets[step]!);
    const closed = this.closed(reached);
    this.#after.set(key, closed);
    return closed;
  }

  /** These states and all that are reached from them unseen, in order. */
  closed(states: readonly number[]): { readonly states: readonly number[] } {
    const { offsets, targets, labels } = this.#view;
    const all = new Set(states);
    for (const state of all)
      for (let step = offsets[state]!; step < offsets[state + 1]!; step++)
        if (labels[step] === "" && targets[step]! >= 0) all.add(targets[step]!);
    this.effort += all.size;
    return { states: [...all].toSorted((left, right) => left - right) };
  }
}

const unfollowedOn = (way: readonly Taken[], { labels }: View): Unfollowed => ({
  way,
  seen: way.map((one) => labels[one.step]!).filter((label) => label !== ""),
});
