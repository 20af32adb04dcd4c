import type {
  AnyMachineSnapshot,
  AnyStateMachine,
  AnyStateNode,
  AnyTransitionDefinition,
  EventObject,
} from "xstate";
import { getInitialMicrosteps } from "xstate";
import { bounded } from "./bounded.ts";
import type { GuardAnswer, GuardWatch } from "./guard-watch.ts";
import { illegality } from "./legality.ts";
import { forbidden } from "./purity.ts";
import { racingStates } from "./racing.ts";

/** A delayed event armed (`event` present) or cancelled (delay -1). */
export interface TimerChange {
  readonly id: string;
  readonly event: EventObject | undefined;
  readonly delay: number;
}

/** What one macrostep did besides changing the state, in order. */
export interface Recorded {
  readonly emitted: EventObject[];
  readonly timers: TimerChange[];
  readonly taken: AnyTransitionDefinition[];
  /** Guards that were asked, in order. */
  readonly asked: GuardAnswer[];
  /** States that were active after one of its microsteps, be it only in passing. */
  readonly active: Set<AnyStateNode>;
  /** The first action that a model must not use, by type. */
  foreign?: string;
  /** Two states whose `always` transitions were enabled at once. */
  racing?: readonly [string, string];
  /** What was wrong with a configuration on the way. */
  illegal?: string;
}

const nothingYet = (): Recorded => ({
  emitted: [],
  timers: [],
  taken: [],
  asked: [],
  active: new Set(),
});

interface Inspected {
  readonly type: string;
  readonly event: EventObject;
  readonly snapshot: AnyMachineSnapshot;
  readonly _transitions: readonly AnyTransitionDefinition[];
}

/**
 * An actor scope that records instead of acting. XState builds an actor for each pure `transition()` call; ours is made
 * once per machine and reused, which is faster, runs no context factory, and keeps session counters out of the result.
 */
export class RecordingScope {
  #recorded: Recorded = nothingYet();
  readonly #machine: AnyStateMachine;
  readonly #watch: GuardWatch;
  readonly #scope: object;

  constructor(watch: GuardWatch) {
    this.#machine = watch.machine;
    this.#watch = watch;
    const outside = outOfReach({});
    this.#scope = {
      self: outside,
      id: "",
      sessionId: "",
      logger: () => {},
      defer: () => {},
      stopChild: () => {},
      emit: () => {},
      system: outOfReach({ _sendInspectionEvent: (event: Inspected) => this.#inspect(event) }),
      actionExecutor: (action: { type: string; params: unknown }) => this.#record(action),
    };
  }

  /** Starts the machine. XState hides an error of the start in the snapshot; here it is thrown. */
  start(input: unknown): { readonly next: AnyMachineSnapshot; readonly recorded: Recorded } {
    this.#begin();
    const next = this.#noting(
      () => this.#machine.getInitialSnapshot(this.#scope as never, input as never) as never,
    );
    if (next.status === "error") throw next.error;
    this.#judgeEntry(input);
    return { next, recorded: this.#recorded };
  }

  step(
    snapshot: AnyMachineSnapshot,
    event: EventObject,
  ): { readonly next: AnyMachineSnapshot; readonly recorded: Recorded } {
    this.#begin();
    const next = this.#noting(
      () => this.#machine.transition(snapshot, event, this.#scope as never) as never,
    );
    return { next, recorded: this.#recorded };
  }

  #begin(): void {
    this.#recorded = nothingYet();
  }

  #noting(work: () => AnyMachineSnapshot): AnyMachineSnapshot {
    return this.#watch.noting(this.#recorded.asked, () => bounded(this.#machine, work));
  }

  #record({ type, params }: { type: string; params: unknown }): void {
    const { event, delay, id, sendId } = (params ?? {}) as {
      event: EventObject;
      delay?: number;
      id?: string;
      sendId: string;
    };
    const { emitted, timers } = this.#recorded;
    if (type === "xstate.emit") emitted.push(event);
    else if (type === "xstate.cancel") timers.push({ id: sendId, event: undefined, delay: -1 });
    else if (type !== "xstate.raise" && type !== "xstate.log") this.#recorded.foreign ??= type;
    else if (typeof delay === "number") timers.push({ id: id ?? event.type, event, delay });
  }

  #inspect({ type, event, snapshot, _transitions }: Inspected): void {
    if (type !== "@xstate.microstep") return;
    this.#recorded.taken.push(..._transitions);
    this.#judge(snapshot, event);
  }

  /** XState tells of every microstep but the one that enters the initial states. */
  #judgeEntry(input: unknown): void {
    const [entered] = bounded(this.#machine, () =>
      getInitialMicrosteps(this.#machine, input as never),
    );
    if (entered) this.#judge(entered[0], { type: "xstate.init", input } as EventObject);
  }

  /** Looks at a configuration between two microsteps, before XState selects `always` transitions in it. */
  #judge(snapshot: AnyMachineSnapshot, event: EventObject): void {
    for (const node of snapshot._nodes as AnyStateNode[]) this.#recorded.active.add(node);
    const illegal = illegality(snapshot);
    if (illegal) this.#recorded.illegal ??= illegal;
    // It asks the guards that XState is about to ask, so whoever notes what they say notes nothing more.
    const racing = racingStates(snapshot, event);
    if (racing) this.#recorded.racing ??= racing;
  }
}

/** An actor or system of which a model may use nothing: `self`, `system`, `spawn` and their like all need it. */
const outOfReach = (allowed: object): object => {
  const reach = forbidden("reaches outside itself (by self, system, spawn or a send)");
  return new Proxy(allowed, {
    get: (target, property) => (property in target ? Reflect.get(target, property) : reach()),
  });
};
