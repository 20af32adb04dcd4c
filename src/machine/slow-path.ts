import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode, EventObject } from "xstate";
import { Mistake, type Place } from "../mistake.ts";
import { isEndless, microstepsMost } from "./bounded.ts";
import { canonical, keyOf } from "./canonical.ts";
import type { GuardWatch } from "./guard-watch.ts";
import { handling, type Handled } from "./handled.ts";
import { foreignName } from "./lint.ts";
import { placeOfState } from "./locate.ts";
import { NotPlain, plain } from "./plain.ts";
import { ImpureCall, purely } from "./purity.ts";
import { RecordingScope, type Recorded, type TimerChange } from "./scope.ts";

/** XState's answer to one event in one local state. */
export interface Answer {
  /** The next local state, not yet canonical. */
  readonly next: AnyMachineSnapshot;
  readonly handled: Handled;
  readonly emitted: readonly EventObject[];
  readonly timers: readonly TimerChange[];
  /** Names of the transitions taken are found by these definitions. */
  readonly taken: Recorded["taken"];
  readonly asked: Recorded["asked"];
  /** States that were active on the way or are now. */
  readonly active: Recorded["active"];
}

/** What a machine that has ended says to everything. */
const unheard: Omit<Answer, "next"> = {
  handled: 0,
  emitted: [],
  timers: [],
  taken: [],
  asked: [],
  active: new Set(),
};

/** Everything of an answer as text: equal answers have equal text. */
export const answerText = ({ next, handled, emitted, timers, taken }: Answer): string =>
  JSON.stringify([
    keyOf(next),
    handled,
    plain(emitted, "emission"),
    plain(timers, "delayed event"),
    taken.map(({ source, eventType }) => `${source.id} ${eventType}`),
  ]);

/**
 * Asks XState what a machine does, and accepts only answers that a table may keep: pure, the same when asked twice, in
 * plain data, through legal configurations, with one `always` at a time. Everything else is a {@link Mistake}.
 */
export class SlowPath {
  /** How often XState has computed a step. */
  calls = 0;
  readonly #machine: AnyStateMachine;
  readonly #place: Place | undefined;
  readonly #scope: RecordingScope;

  constructor(watch: GuardWatch, place: Place | undefined) {
    this.#machine = watch.machine;
    this.#place = place;
    this.#scope = new RecordingScope(watch);
  }

  start(input: unknown): Answer {
    return this.#settled(undefined, undefined, () => {
      const { next, recorded } = this.#scope.start(input);
      return { next, handled: 1, ...recorded };
    });
  }

  step(snapshot: AnyMachineSnapshot, event: EventObject): Answer {
    if (snapshot.status !== "active") return { ...unheard, next: snapshot };
    return this.#settled(snapshot, event, () => this.#ask(snapshot, event));
  }

  /** One unchecked answer, from a snapshot made anew. */
  again(snapshot: AnyMachineSnapshot, event: EventObject): Answer {
    return snapshot.status === "active"
      ? purely(() => this.#ask(canonical(snapshot), event))
      : this.step(snapshot, event);
  }

  #ask(snapshot: AnyMachineSnapshot, event: EventObject): Answer & Recorded {
    const { next, recorded } = this.#scope.step(snapshot, event);
    return { next, handled: handling(snapshot, event), ...recorded };
  }

  #settled(
    snapshot: AnyMachineSnapshot | undefined,
    event: EventObject | undefined,
    ask: () => Answer & Recorded,
  ): Answer {
    try {
      this.calls += 2;
      const first = purely(ask);
      const second = purely(ask);
      this.#mustBeAllowed(snapshot, event, first);
      if (answerText(first) !== answerText(second))
        throw this.refusal(snapshot, event, {
          does: "answers differently when asked twice",
          todo: "keep everything that guards and actions need in context or in the event",
        });
      return first;
    } catch (error) {
      throw error instanceof Mistake
        ? error
        : this.refusal(snapshot, event, explained(error), error);
    }
  }

  #mustBeAllowed(
    snapshot: AnyMachineSnapshot | undefined,
    event: EventObject | undefined,
    { foreign, racing, illegal, timers }: Recorded,
  ): void {
    const refuse = (does: string, todo: string, why = settled): never => {
      throw this.refusal(snapshot, event, { does, todo, why });
    };
    if (foreign)
      refuse(
        `uses ${foreignName(foreign)}`,
        "act only by emit; assign, raise and cancel are fine",
        onlyEmits,
      );
    if (illegal)
      refuse(
        `reaches an ill-formed configuration: ${illegal}`,
        "do not re-enter a parallel region into a history state",
      );
    if (racing)
      refuse(
        `has racing always transitions: "${racing[0]}" and "${racing[1]}" are enabled at once`,
        "guard them so that only one can be enabled: which goes first depends on how the state was reached",
      );
    const odd = timers.find(({ event: armed, delay }) => armed && !(delay >= 0 && delay % 1 === 0));
    if (odd) refuse(`delays "${odd.id}" by ${odd.delay}`, "delay by whole units of time");
  }

  /** The mistake of doing so in that state, on that event; without them, at the start. */
  refusal(
    snapshot: AnyMachineSnapshot | undefined,
    event: EventObject | undefined,
    { does, why = settled, todo }: Explained,
    cause?: unknown,
  ): Mistake {
    const node = snapshot && event ? concerned(snapshot, event) : this.#machine.root;
    const state = node.path.length > 0 ? `, state "${node.path.join(".")}"` : "";
    const when = event ? `event "${event.type}"` : "its start";
    const exact = cause instanceof ImpureCall ? cause.at : undefined;
    return new Mistake({
      what: `machine "${this.#machine.id}"${state}: on ${when} it ${does}`,
      where: exact ?? placeOfState(this.#place, node),
      why,
      todo,
    });
  }
}

const settled = "the same state and event must always give the same plain answer";
const onlyEmits = "a model is one pure machine; it acts on the world only by what it emits";

interface Explained {
  readonly does: string;
  readonly why?: string;
  readonly todo: string;
}

const explained = (error: unknown): Explained => {
  if (error instanceof ImpureCall)
    return { does: error.message, todo: "let time, chance and other parties come in as events" };
  if (error instanceof NotPlain)
    return {
      does: `makes something that is not plain data: ${error.message}`,
      todo: "keep only strings, numbers, booleans, and lists or records of them",
    };
  if (isEndless(error))
    return {
      does: `never comes to rest: more than ${microstepsMost} always transitions or raised events`,
      todo: "guard the always transitions, or raise less",
    };
  const told = error instanceof Error ? error.message : String(error);
  if (/^Unable to send|^Actor logic /.test(told))
    return {
      does: `reaches for another actor: ${told}`,
      why: onlyEmits,
      todo: "act only by emit; assign, raise and cancel are fine",
    };
  return {
    does: `fails: ${told.replaceAll(/\s*\n\s*/g, " ")}`,
    why: "a machine must have an answer to every event in every state",
    todo: "correct the guard or action; context, input and events must never be changed in place",
  };
};

/** The innermost active state that names the event; the first active leaf if none does. */
const concerned = ({ _nodes }: AnyMachineSnapshot, { type }: EventObject): AnyStateNode => {
  const inner = (_nodes as AnyStateNode[]).toSorted(
    (left, right) => right.path.length - left.path.length || left.order - right.order,
  );
  return inner.find(({ transitions }) => transitions.has(type)) ?? inner[0]!;
};
