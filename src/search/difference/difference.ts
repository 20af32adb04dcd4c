import type { Meanings } from "../../promise/index.ts";
import { Disagreement, replayLive } from "../confirm.ts";
import type { Task } from "../task.ts";
import { behavioursIn, type Behaviour } from "./behaviours.ts";
import { bisimilar } from "./bisimilar.ts";
import { withGraph, type Graph, type NameOf } from "./graph.ts";
import { unfollowed, type Unfollowed } from "./inclusion.ts";
import { comesAbout, followedBy } from "./can-too.ts";
import { labelOf, type Label } from "./label.ts";
import { occurrencesIn, type Occurrence } from "./occurrences.ts";
import { newBehaviours, type ToldBehaviour } from "./tell-behaviours.ts";
import { isEmpty, showingFreedom, viewOf, type View } from "./view.ts";

/** Something that one of two versions can do and the other cannot. */
export interface Change {
  readonly is: Label["is"];
  readonly chat: string;
  readonly who: string;
  readonly says: string;
  /** Duties that had not been done by then although the other version always did them before. */
  readonly before: readonly string[];
  /** A shortest trace, confirmed on live actors. */
  readonly moves: readonly string[];
}

/** Whether a kind of chat is the same under two versions, to whoever sees all that is so in it. */
export interface ChatDifference {
  readonly chat: string;
  readonly verdict: "identical" | "different" | "not told apart";
  /** A shortest trace of the head that the base cannot follow, or the other way round. */
  readonly witness: { readonly of: "base" | "head"; readonly moves: readonly string[] } | undefined;
}

/** Something that happens, without a way to it. */
type Seen = Pick<Behaviour, "is" | "name">;

/** How one scenario differs under two versions. */
export interface Difference {
  readonly scenario: string;
  /** Under which it is played. */
  readonly protocols: readonly [base: string, head: string];
  /** What the head can do and the base cannot, and the reverse. */
  readonly gained: readonly Change[];
  readonly lost: readonly Change[];
  readonly chats: readonly ChatDifference[];
  /** What can happen under the head only, and under the base only, whatever it means. */
  readonly appeared: readonly ToldBehaviour[];
  readonly vanished: readonly ToldBehaviour[];
  /** All that was seen to happen under each. */
  readonly seen: readonly [base: readonly Seen[], head: readonly Seen[]];
  /** Whether every state of both was visited; otherwise it says nothing of what was not seen. */
  readonly exhaustive: boolean;
  /** The same of each: what is not there in a version of which all was visited, is not there. */
  readonly closed: readonly [base: boolean, head: boolean];
  readonly states: readonly [base: number, head: number];
}

/** Compares what can come about in one scenario under two versions of a protocol. */
export const differenceOf = (
  base: Task,
  head: Task,
  meanings: Meanings,
  statesMost: number,
): Difference =>
  withGraph(base, statesMost, (before, nameBefore) =>
    withGraph(head, statesMost, (now, nameNow) => {
      const was = occurrencesIn(before, meanings);
      const is = occurrencesIn(now, meanings);
      return {
        scenario: head.scenarioName,
        protocols: [base.protocol.name, head.protocol.name],
        gained: changes(
          is,
          was,
          { task: head, nameOf: nameNow, other: unseenIn(base, before) },
          meanings,
        ),
        lost: changes(
          was,
          is,
          { task: base, nameOf: nameBefore, other: unseenIn(head, now) },
          meanings,
        ),
        chats: Object.keys(meanings.chats).flatMap((chat) =>
          chatDifference(
            chat,
            meanings,
            { graph: before, nameOf: nameBefore },
            { graph: now, nameOf: nameNow },
          ),
        ),
        appeared: newBehaviours(now, before, {
          task: head,
          nameOf: nameNow,
          other: unseenIn(base, before),
          meanings,
        }),
        vanished: newBehaviours(before, now, {
          task: base,
          nameOf: nameBefore,
          other: unseenIn(head, now),
          meanings,
        }),
        seen: [seenIn(before, meanings), seenIn(now, meanings)],
        exhaustive: before.closed && now.closed,
        closed: [before.closed, now.closed],
        states: [before.states, now.states],
      };
    }),
  );

const seenIn = (graph: Graph, meanings: Meanings): readonly Seen[] =>
  behavioursIn(graph, meanings).map(({ is, name }) => ({ is, name }));

/** A version that may do more than was seen of it; undefined where all of it was. */
const unseenIn = (task: Task, { closed }: Graph): Task | undefined => (closed ? undefined : task);

/** What comes about in the one and not in the other; a harm also where the other does more of its duties first. */
const changes = (
  here: readonly Occurrence[],
  there: readonly Occurrence[],
  { task, nameOf, other }: Named,
  meanings: Meanings,
): Change[] => {
  const byName = Map.groupBy(there, ({ label }) => label.name);
  return here.flatMap((occurrence) => {
    const { label, after, way } = occurrence;
    const others = byName.get(label.name) ?? [];
    if (others.some((other) => other.after.every((duty) => after.includes(duty)))) return [];
    const moves = way.map(({ state, step }) => nameOf(state, step));
    mustHappen(task, moves, label, meanings);
    const followed = other && followedBy(other, moves);
    if (followed && comesAbout(followed, label, after, meanings)) return [];
    const { is, chat, who, says } = label;
    const missing = others.length === 0 ? [] : leastMissing(others, after);
    return [{ is, chat, who, says, before: missing.map(wordsOfDuty), moves }];
  });
};

/** Of the duties that the other version does first, the fewest that are missing here. */
const leastMissing = (others: readonly Occurrence[], after: readonly string[]): readonly string[] =>
  others
    .map((other) => other.after.filter((duty) => !after.includes(duty)))
    .reduce((least, missing) => (missing.length < least.length ? missing : least));

const wordsOfDuty = (name: string): string => name.split("\t").at(-1)!;

/** Search proposes, live actors decide. */
const mustHappen = (
  task: Task,
  moves: readonly string[],
  label: Label,
  meanings: Meanings,
): void => {
  const last = replayLive(task, moves).steps.at(-1)!;
  if (last.facts.some((fact) => labelOf(meanings, fact)?.name === label.name)) return;
  throw new Disagreement(`tables saw that ${label.who} ${label.says}, live actors did not`, moves, [
    JSON.stringify(last.facts),
  ]);
};

/** A version whose moves can be named, and the other one, where that may do the same unseen. */
interface Named {
  readonly task: Task;
  readonly nameOf: NameOf;
  readonly other: Task | undefined;
}

interface Side {
  readonly graph: Graph;
  readonly nameOf: NameOf;
}

const chatDifference = (
  chat: string,
  meanings: Meanings,
  base: Side,
  head: Side,
): ChatDifference[] => {
  // Only what was visited completely can be said not to follow.
  const [baseClosed, headClosed] = [base.graph.closed, head.graph.closed];
  const closed = baseClosed && headClosed;
  const [before, now] = [viewOf(base.graph, meanings, chat), viewOf(head.graph, meanings, chat)];
  // Of a kind of chat that nobody has in this story, nothing is said.
  if (isEmpty(before) && isEmpty(now)) return [];
  if (closed && bisimilar(before, now)) return [{ chat, verdict: "identical", witness: undefined }];
  const forth = baseClosed ? wayIn(now, before, closed) : undefined;
  if (forth) return [{ chat, verdict: "different", witness: named("head", forth, head.nameOf) }];
  const back = headClosed ? wayIn(before, now, closed) : undefined;
  if (back) return [{ chat, verdict: "different", witness: named("base", back, base.nameOf) }];
  return [{ chat, verdict: "not told apart", witness: undefined }];
};

/** A shortest way of the one that the other cannot follow, be it only that people are denied something for a while. */
const wayIn = (here: View, there: View, closed: boolean): Unfollowed["way"] | undefined => {
  const first = unfollowed(here, there, closed);
  if (first) return first === "too many" ? undefined : first.way;
  if (!closed) return undefined;
  if (here.ready[0] !== there.ready[0]) return [];
  const denied = unfollowed(showingFreedom(here), showingFreedom(there), false);
  return denied === "too many" ? undefined : denied?.way;
};

const named = (
  of: "base" | "head",
  way: Occurrence["way"],
  nameOf: NameOf,
): ChatDifference["witness"] => ({ of, moves: way.map(({ state, step }) => nameOf(state, step)) });
