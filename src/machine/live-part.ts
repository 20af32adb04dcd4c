import {
  createActor,
  getInitialMicrosteps,
  transition,
  type AnyActor,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  type EventObject,
} from "xstate";
import { bounded } from "./bounded.ts";
import { keyOf } from "./canonical.ts";
import { chartOf, timerName } from "./chart.ts";
import { handling } from "./handled.ts";
import { keysOf, signOf } from "./sign.ts";
import { VirtualClock, type ArmedTimer } from "./virtual-clock.ts";
import { viewOf, type PartView } from "./view.ts";

interface Inspected {
  readonly type: string;
  readonly action?: { readonly type: string; readonly params: unknown };
  readonly snapshot?: AnyMachineSnapshot;
  readonly _transitions?: readonly AnyTransitionDefinition[];
}

/** A transition that an actor took. */
export interface Taken {
  /** Its name among those that the machine declares. */
  readonly name: string;
  /** What it does, whatever states are called. */
  readonly sign: string;
  /** The keys that lead to it in the configuration of its machine. */
  readonly keys: readonly string[];
}

/** A live XState actor with a clock of its own, for the judge: no tables, no canonical form, no shortcuts. */
export class LivePart {
  /** States that were active, be it in passing, and transitions that were taken, by name, from the start on. */
  readonly states = new Set<string>();
  readonly transitions = new Set<string>();
  #taken: AnyTransitionDefinition[] = [];
  readonly #machine: AnyStateMachine;
  readonly #actor: AnyActor;
  readonly #clock: VirtualClock;
  readonly #input: unknown;
  #emitted: EventObject[] = [];

  constructor(machine: AnyStateMachine, input: unknown) {
    this.#machine = machine;
    this.#input = input;
    this.#clock = new VirtualClock(machine.id);
    this.#actor = bounded(machine, () =>
      createActor(machine, {
        input: input as never,
        clock: this.#clock,
        logger: () => {},
        inspect: (inspected) => this.#inspect(inspected as Inspected),
      }),
    );
    this.#actor.on("*", (event: EventObject) => void this.#emitted.push(event));
    // XState throws errors that nobody listens to asynchronously; ours are thrown by start and send.
    this.#actor.subscribe({ error: () => {} });
  }

  /** Starts the actor; what its initial states emit comes back. */
  start(): EventObject[] {
    const emitted = this.#acting(() => this.#actor.start());
    // XState tells of every microstep but the first, which enters the initial states.
    const [entered] = getInitialMicrosteps(this.#machine, this.#input as never);
    this.#pass(entered![0]);
    return emitted;
  }

  /** Sends an event; what it makes the actor emit comes back, in order. A finished actor does nothing. */
  send(event: EventObject): EventObject[] {
    return this.#acting(() => this.#running && this.#actor.send(event));
  }

  /** Lets a timer fire now; what it makes the actor emit comes back. */
  fireTimer(id: string): EventObject[] {
    return this.#acting(() => this.#clock.take(id).fire());
  }

  /** The transitions it took since it was last asked, in order. */
  took(): Taken[] {
    const { transitions } = chartOf(this.#machine);
    return this.#taken.splice(0).map((taken) => ({
      name: transitions.get(taken)!,
      sign: signOf(taken),
      keys: keysOf(taken),
    }));
  }

  /** Whether the present state names the event, be it to ignore it. */
  names(event: EventObject): boolean {
    return handling(this.#snapshot, event) > 0;
  }

  /** Whether the event would do anything here. */
  can(event: EventObject): boolean {
    return handling(this.#snapshot, event) === 1;
  }

  /** How many events it would emit. */
  wouldEmit(event: EventObject): number {
    if (!this.#running) return 0;
    const [, actions] = bounded(this.#machine, () =>
      transition(this.#machine, this.#snapshot, event),
    );
    return actions.filter(({ type }) => (type as string) === "xstate.emit").length;
  }

  /** The delayed events that wait, in the order in which they were armed. */
  armed(): ArmedTimer[] {
    return this.#clock.armed();
  }

  /** What a timer delivers when it fires. */
  timerEvent(id: string): EventObject {
    return this.#clock.waiting(id).event;
  }

  /** Takes a timer off the clock, because whoever calls delivers its event now. */
  disarm(id: string): void {
    this.#clock.take(id);
  }

  /** Lets time pass; timers may become due but never fire by themselves. */
  advance(duration: number): void {
    this.#clock.advance(duration);
  }

  view(): PartView {
    return viewOf(this.#snapshot);
  }

  /** The canonical text of the present state, as a table has it for the same state. */
  key(): string {
    return keyOf(this.#snapshot);
  }

  get #snapshot(): AnyMachineSnapshot {
    return this.#actor.getSnapshot() as AnyMachineSnapshot;
  }

  get #running(): boolean {
    return this.#snapshot.status === "active";
  }

  #acting(act: () => void): EventObject[] {
    bounded(this.#machine, act);
    const { status, error } = this.#snapshot;
    if (status === "error") throw error;
    const emitted = this.#emitted;
    this.#emitted = [];
    return emitted;
  }

  #inspect(inspected: Inspected): void {
    if (inspected.type === "@xstate.action") this.#announce(inspected);
    if (inspected.type !== "@xstate.microstep") return;
    const { transitions } = chartOf(this.#machine);
    for (const taken of inspected._transitions!) this.transitions.add(transitions.get(taken)!);
    this.#taken.push(...inspected._transitions!);
    this.#pass(inspected.snapshot!);
  }

  /** Notes the states that are active between two microsteps. */
  #pass({ _nodes }: AnyMachineSnapshot): void {
    const { states } = chartOf(this.#machine);
    for (const node of _nodes as AnyStateNode[])
      if (states.has(node)) this.states.add(states.get(node)!);
  }

  /** XState tells of a delayed raise just before it schedules it, in the same order. */
  #announce({ action }: Inspected): void {
    if (action?.type !== "xstate.raise") return;
    const {
      event,
      delay,
      id = event.type,
    } = action.params as {
      event: EventObject;
      delay?: number;
      id?: string;
    };
    if (typeof delay === "number")
      this.#clock.announce({ id: timerName(this.#machine, id), event });
  }
}
