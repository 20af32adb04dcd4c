import {
  getInitialSnapshot,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from "xstate";
import type { Random } from "../../src/search/random.ts";
import { conversation } from "../notice/conversation.ts";
import { inbox } from "../notice/inbox.ts";
import { businessMode } from "../notice/mode.ts";
import { businessesOf, pairsOf, usersOf, type Size } from "../notice/sizes.ts";

interface Part {
  readonly machine: AnyStateMachine;
  readonly first: AnyMachineSnapshot;
  now: AnyMachineSnapshot;
}

interface Event {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Item {
  readonly to: string;
  readonly event: Event;
}

/** A step that may be possible: which part would get which event. */
interface Candidate {
  readonly item: () => Item | undefined;
  /** What else happens when the part took it. */
  readonly taken: () => void;
}

const nothingElse = (): void => {};

/**
 * Random walks of the notice protocol the way one would write them with XState alone: the very same machines, stepped
 * by `transition()`, with queues and invariants by hand. A candidate that turns out to be impossible is put aside and
 * another one drawn, so that no more transitions are computed than it takes to find a possible one.
 */
export class TransitionWalker {
  /** How often XState was asked, and how often an invariant broke. */
  calls = 0;
  broken = 0;
  readonly #size: Size;
  readonly #parts = new Map<string, Part>();
  readonly #queues = new Map<string, Item[]>();
  readonly #flips = new Map<string, number>();
  readonly #acknowledged = new Set<string>();
  readonly #candidates: readonly Candidate[];

  constructor(size: Size) {
    this.#size = size;
    for (const business of businessesOf(size))
      this.#add(business, businessMode.machine, { accepts: "same mode" });
    for (const { user, business } of pairsOf(size)) {
      this.#add(`${user}/${business}`, conversation.machine, {});
      this.#add(`inbox ${user}/${business}`, inbox.machine, {});
    }
    this.#candidates = [
      ...businessesOf(size).flatMap((business) => this.#flipping(business)),
      ...pairsOf(size).flatMap(({ user, business }) => this.#chatting(user, business)),
      ...[...businessesOf(size), ...usersOf(size)].map((name) => this.#delivering(name)),
    ];
  }

  /** Walks at most `most` steps; how many there were. */
  walk(random: Random, most: number): number {
    for (const part of this.#parts.values()) part.now = part.first;
    for (const name of [...businessesOf(this.#size), ...usersOf(this.#size)])
      this.#queues.set(name, []);
    this.#flips.clear();
    this.#acknowledged.clear();
    for (let step = 0; step < most; step++) if (!this.#step(random)) return step;
    return most;
  }

  #step(random: Random): boolean {
    const open = [...this.#candidates];
    while (open.length > 0) {
      const at = random.below(open.length);
      const { item, taken } = open[at]!;
      const start = item();
      const emitted = start && this.#handle(start);
      if (emitted) {
        taken();
        for (const emission of emitted) this.#bringAbout(start.to, emission);
        return true;
      }
      open[at] = open.at(-1)!;
      open.pop();
    }
    return false;
  }

  /** What a part emits for an event; undefined if it does not take it, or if its messages find no room. */
  #handle({ to, event }: Item): Event[] | undefined {
    const part = this.#parts.get(to)!;
    this.calls++;
    const [next, actions] = transition(part.machine, part.now, event);
    // A receipt changes nothing, and is taken all the same.
    if (next === part.now && actions.length === 0 && event.type !== "net.receipt") return undefined;
    const emitted = actions.flatMap(({ type, params }) =>
      (type as string) === "xstate.emit" ? [(params as { event: Event }).event] : [],
    );
    if (!emitted.every((emission) => this.#hasRoom(to, emission))) return undefined;
    part.now = next;
    return emitted;
  }

  #hasRoom(from: string, emission: Event): boolean {
    const queue = queueFor(from, emission);
    return queue === undefined || this.#queues.get(queue)!.length < this.#size.queue;
  }

  #bringAbout(from: string, emission: Event): void {
    const mode = Number(emission["mode"]);
    const push = (to: string, event: Event): void =>
      void this.#queues.get(queueFor(from, emission)!)!.push({ to, event });
    switch (emission.type) {
      case "notice.acknowledged":
        this.#acknowledged.add(`${from} ${mode}`);
        return;
      case "message.written": {
        const [user, business] = from.split("/") as [string, string];
        if (emission["key"] === 3) this.broken++;
        push(business, { type: "net.message", user, key: emission["key"] });
        return;
      }
      case "message.accepted": {
        const pair = `${String(emission["user"])}/${from}`;
        if (mode > 0 && !this.#acknowledged.has(`${pair} ${mode}`)) this.broken++;
        this.#handle({ to: `inbox ${pair}`, event: { type: "message.arrives" } });
        return;
      }
      case "message.bounced":
        push(`${String(emission["user"])}/${from}`, { type: "net.bounce", mode });
        return;
      case "message.read":
        push(from.slice("inbox ".length), { type: "net.receipt" });
        return;
    }
  }

  #add(name: string, machine: AnyStateMachine, input: object): void {
    const first = getInitialSnapshot(machine, input as never) as AnyMachineSnapshot;
    this.#parts.set(name, { machine, first, now: first });
  }

  #flipping(business: string): Candidate[] {
    const flips = (): number => this.#flips.get(business) ?? 0;
    return [0, 1, 2].map((to) => ({
      item: () =>
        flips() < this.#size.flips
          ? { to: business, event: { type: "owner.flip", to } }
          : undefined,
      taken: () => void this.#flips.set(business, flips() + 1),
    }));
  }

  #chatting(user: string, business: string): Candidate[] {
    const chat = `${user}/${business}`;
    const plain = (to: string, type: string): Candidate => {
      const item = { to, event: { type } };
      return { item: () => item, taken: nothingElse };
    };
    return [
      ...["user.open", "user.acknowledge", "user.close", "user.send"].map((type) =>
        plain(chat, type),
      ),
      plain(`inbox ${chat}`, "agent.read"),
      {
        item: () => {
          const mode = (this.#parts.get(business)!.now.context as { mode: number }).mode;
          return { to: chat, event: { type: "app.refresh", sees: { mode } } };
        },
        taken: nothingElse,
      },
    ];
  }

  #delivering(name: string): Candidate {
    return {
      item: () => this.#queues.get(name)![0],
      taken: () => void this.#queues.get(name)!.shift(),
    };
  }
}

/** The queue that an emission goes to. */
const queueFor = (from: string, { type, user }: Event): string | undefined => {
  switch (type) {
    case "message.written":
      return from.split("/")[1];
    case "message.bounced":
      return String(user);
    case "message.read":
      return from.slice("inbox ".length).split("/")[0];
    default:
      return undefined;
  }
};
