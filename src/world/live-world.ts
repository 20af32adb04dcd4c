import { LivePart, placeOfKeys } from "../machine/index.ts";
import { Mistake } from "../mistake.ts";
import {
  compile,
  judge,
  memory,
  type Fact,
  type Invariant,
  type Judgement,
  type Memory,
  type TraceEntry,
} from "../promise/index.ts";
import { canCheck, NaiveKnowledge, nothing, type Bindings, type Term } from "../term/index.ts";
import { attacked, attackerIn, controls, type Adversary } from "./adversary.ts";
import type { Capture } from "./captures.ts";
import type { Channel, Composition } from "./composition.ts";
import {
  accepted,
  bodyIn,
  disclosed,
  happenings,
  received,
  type Happening,
  type Received,
} from "./effects.ts";
import type { ways } from "./learning.ts";
import { attacks } from "./live-adversary.ts";
import { liveKey } from "./live-key.ts";
import { liveMoves, type LiveMove } from "./live-moves.ts";
import type { Part } from "./part.ts";
import type { Freedom } from "./plan.ts";
import { eventName } from "./intents.ts";
import { cascadeMost, cascadeTooLong } from "./refusals.ts";
import type { Who } from "./offers.ts";
import type { FaultKind } from "./scenario.ts";
import type { Disclose, EventObject } from "./wiring.ts";

/** A message under way, or an event handed on. */
export interface LiveItem {
  readonly to: string;
  readonly event: EventObject;
  readonly term: Term;
}

/** A move was asked for that the rules do not offer. */
export class NotPossible extends Mistake {}

/** What one live step brought about. */
export interface LiveStep {
  readonly move: string;
  readonly facts: readonly Fact[];
  /** Events that the receiving part's state did not name. */
  readonly ignored: readonly string[];
  /** What an adversary has made up, and out of whose knowledge. */
  readonly made: { readonly term: Term; readonly by: string } | undefined;
}

/** Sees what happens in a live world, as it happens. */
export interface LiveWatch {
  readonly event: (part: Part, event: EventObject, term: Term) => void;
  readonly emission: (part: Part, emission: EventObject) => void;
  readonly sent: (channel: Channel, item: LiveItem) => void;
  readonly learning: (who: string, term: Term) => void;
}

/** A live part with everything the rules ask of it. */
export interface LiveMember {
  readonly part: Part;
  readonly actor: LivePart;
  /** What it holds, by register. */
  readonly held: Map<string, Term>;
}

/**
 * The judge: the same composition on live XState actors, with knowledge recomputed from everything ever observed,
 * channels as plain arrays and promises evaluated over the whole trace. It shares the models' wiring with the
 * tabulated world and nothing else, so that a finding confirmed here is not an artefact of tables.
 */
export class LiveWorld {
  readonly members: ReadonlyMap<string, LiveMember>;
  readonly channels: ReadonlyMap<string, { readonly channel: Channel; items: LiveItem[] }>;
  readonly knowledge: ReadonlyMap<string, NaiveKnowledge>;
  readonly stores: ReadonlyMap<string, Term[]>;
  readonly composition: Composition;
  readonly freedom: Freedom;
  readonly adversary: Adversary | undefined;
  readonly used = new Map<string, number>();
  readonly spent = new Map<FaultKind, number>();
  readonly offline = new Set<string>();
  /** Texts that the adversary tries without knowing them. */
  guesses: readonly Term[] = [];
  /** How many messages the adversary has injected, and those it can replay. */
  injected = 0;
  readonly seen: LiveItem[] = [];
  /** What has fallen into the adversary's hands, by the names of the moves, and units that stay there. */
  readonly captured = new Set<string>();
  readonly heldUnits = new Set<string>();
  /** Everything that happened, for the naive evaluator. */
  readonly trace: TraceEntry[] = [];
  /** Per coalition, every term it observed and in which step (0: known from the start, or learned in the set-up). */
  readonly observed: ReadonlyMap<string, { readonly term: Term; readonly at: number }[]>;
  /** Limits that the set-up has used up. */
  readonly usedBefore = new Map<string, number>();
  /** Undefined while nobody watches. */
  watch: LiveWatch | undefined;
  readonly #invariants: readonly Invariant[];
  #facts: Fact[] = [];
  #ignored: string[] = [];
  #queue: LiveItem[] = [];
  #step = 0;
  readonly #horizon: number;
  readonly #timedTypes: ReadonlySet<string>;
  /** Whether something new concerns a promise about durations since time last passed without timers. */
  #restless = false;
  /** For each entry of the trace, the step that made it. */
  readonly #steps: number[] = [];

  constructor(written: Composition, freedom: Freedom, invariants: readonly Invariant[]) {
    this.adversary = attackerIn(written, freedom);
    const composition = attacked(written, this.adversary);
    this.composition = composition;
    this.freedom = freedom;
    this.#invariants = invariants;
    const compiled = invariants.map(compile);
    this.#horizon = Math.max(0, ...compiled.map(({ horizon }) => horizon));
    this.#timedTypes = new Set(
      compiled.flatMap(({ timed, listensTo }) => (timed ? [...listensTo] : [])),
    );
    const parts = composition.parts.toSorted((left, right) => (left.name < right.name ? -1 : 1));
    this.members = new Map(
      parts.map((part) => [
        part.name,
        {
          part,
          actor: new LivePart(part.kind.machine, part.kind.input?.(part.roles) ?? {}),
          held: new Map(part.kind.holds?.map((register) => [register, nothing])),
        },
      ]),
    );
    this.channels = new Map(
      composition.channels.map((channel) => [channel.name, { channel, items: [] }]),
    );
    this.stores = new Map(composition.stores.map(({ name }) => [name, []]));
    this.knowledge = new Map(
      composition.coalitions.map(({ name, knows }) => {
        const knowledge = new NaiveKnowledge();
        for (const term of knows) knowledge.observe(term);
        return [name, knowledge];
      }),
    );
    this.observed = new Map(
      composition.coalitions.map(({ name, knows }) => [
        name,
        knows.map((term) => ({ term, at: 0 })),
      ]),
    );
    const first = new Map([...this.members].map(([name, { actor }]) => [name, actor.start()]));
    for (const { part } of this.members.values()) {
      for (const emission of first.get(part.name)!)
        this.#bringAbout(part, emission as EventObject, nothing, new Map());
      this.#drain();
    }
  }

  /** Moves that the rules allow now, by name and in order, before channels are asked for room. */
  moves(who: Who = "all"): LiveMove[] {
    return who === "all" ? [...liveMoves(this, who), ...attacks(this)] : liveMoves(this, who);
  }

  /** Makes the move of that name. Throws {@link NotPossible} if the rules do not offer it. */
  take(name: string, who: Who = "all"): LiveStep {
    const move = this.moves(who).find((offered) => offered.name === name);
    if (!move)
      throw new NotPossible({
        what: `the move "${name}" is not possible here`,
        why: "the trace was made with another version of the models, or the world was in another state",
        todo: "search again and freeze the new trace",
      });
    return this.make(move, who);
  }

  /** Makes a move, be it on offer or not. */
  make({ name, make, made }: LiveMove, who: Who = "all"): LiveStep {
    this.#facts = [];
    this.#ignored = [];
    if (who === "all") this.#step++;
    make();
    return { move: name, facts: this.#facts, ignored: this.#ignored, made };
  }

  /** Limits used so far count towards nothing from here on. */
  startHere(): void {
    for (const [limit, used] of this.used) this.usedBefore.set(limit, used);
  }

  /** The naive evaluator's verdict over everything that happened, per invariant. */
  judgements(end: "quiescent" | "cut"): ReadonlyMap<string, Judgement> {
    return new Map(
      this.#invariants.map((invariant) => [
        invariant.id,
        judge(invariant, this.trace, end, this.composition.domains),
      ]),
    );
  }

  /** What is left of everything that happened for the verdicts to come, per invariant and binding. */
  memories(): Readonly<Record<string, Readonly<Record<string, Memory>>>> {
    return Object.fromEntries(
      this.#invariants.map((invariant) => [
        invariant.id,
        memory(invariant, this.trace, this.composition.domains),
      ]),
    );
  }

  /** The present state as text: worlds with one key have the same moves, facts and breaks before them. */
  key(): string {
    return liveKey(this);
  }

  /** The step (from 1; 0 = before the first) that made an entry of the trace. */
  stepOf(entry: number): number {
    return this.#steps[entry]!;
  }

  /** Whether an entry of the trace was made before the story began: what breaks there is not the story's. */
  wasSetUp(entry: number | "end"): boolean {
    return entry !== "end" && this.#steps[entry] === 0;
  }

  /** How long time may pass when no timer is armed: just past the longest duration of a timed promise, or 0. */
  horizonOpen(): number {
    return this.#restless ? this.#horizon + 1 : 0;
  }

  /** Lets a coalition observe a term, and states every message body that it can newly read. */
  learn(who: string, term: Term, how: (typeof ways)[number]): void {
    const knowledge = this.knowledge.get(who)!;
    const before = new Set(knowledge.bodies());
    knowledge.observe(term);
    this.observed.get(who)!.push({ term, at: this.#step });
    const gained = knowledge.bodies().filter((body) => !before.has(body));
    for (const body of gained.toSorted((left, right) => (left.label < right.label ? -1 : 1)))
      this.#state({ type: "learned", ...body.about, by: who, how, message: body.label });
  }

  /** Runs one event and all it hands on; a crash keeps only the first part's first outputs and restarts its unit. */
  cascade(item: LiveItem, outputs: number): void {
    this.#handle(item, outputs, true);
    this.#drain();
    if (outputs >= 0) {
      this.spend("crash");
      this.note("interrupted", item.term, { unit: this.members.get(item.to)!.part.unit });
      this.restart(this.members.get(item.to)!.part.unit);
    }
  }

  /** States that a fault or an adversary hit a message. */
  note(type: string, term: Term, fields: Readonly<Record<string, string>>): void {
    const body = bodyIn(term);
    if (body) this.#state({ type, ...body.about, ...fields, message: body.label });
  }

  restart(unit: string): void {
    for (const { part, held } of this.members.values())
      if (part.unit === unit && part.kind.onRestart) {
        for (const register of part.kind.forgets ?? []) held.set(register, nothing);
        this.#handle(
          { to: part.name, event: { type: part.kind.onRestart }, term: nothing },
          -1,
          false,
        );
      }
    this.#drain();
  }

  pass(duration: number): void {
    if (![...this.members.values()].some(({ actor }) => actor.armed().length > 0))
      this.#restless = false;
    for (const { actor } of this.members.values()) actor.advance(duration);
    this.#steps.push(this.#step);
    this.trace.push({ elapsed: duration });
  }

  spend(fault: FaultKind): void {
    this.spent.set(fault, (this.spent.get(fault) ?? 0) + 1);
  }

  /** What a part makes of an input: the event that its machine would hear, if any, and what its pattern binds. */
  received({ to, event, term }: LiveItem): Received {
    const { part, held } = this.members.get(to)!;
    return received(part, event, term, [...held.values()]);
  }

  /** An event as a part hears it: widened by what it reads of its siblings. */
  widened(name: string, event: EventObject): EventObject {
    const { part } = this.members.get(name)!;
    const reads = Object.entries(part.kind.reads ?? {}).filter(
      ([, { on, of }]) =>
        (!on || on.includes(event.type)) && of({ ...part.roles, name }) !== undefined,
    );
    if (reads.length === 0) return event;
    const sees = Object.fromEntries(
      reads.map(([as, read]) => {
        const sibling = read.of({ ...part.roles, name })!;
        return [as, read.as(this.members.get(sibling)!.actor.view())];
      }),
    );
    return { ...event, sees } as unknown as EventObject;
  }

  #drain(): void {
    const [first] = this.#queue;
    for (let count = 0; this.#queue.length > 0; count++) {
      if (count >= cascadeMost) cascadeTooLong(`${first!.to} ${eventName(first!.event)}`);
      this.#handle(this.#queue.shift()!, -1, true);
    }
  }

  #handle(item: LiveItem, outputs: number, mustHandle: boolean): void {
    const { to, term } = item;
    const { part, actor } = this.members.get(to)!;
    this.watch?.event(part, item.event, term);
    const { event, bound } = this.received(item);
    if (bound.size > 0) this.#mustTell(item, bound);
    if (!event) return;
    const widened = this.widened(to, event);
    if (mustHandle && !actor.names(widened)) this.#ignored.push(`${part.kind.kind} ${event.type}`);
    const emissions = actor.send(widened) as EventObject[];
    for (const emission of outputs < 0 ? emissions : emissions.slice(0, outputs)) {
      this.watch?.emission(part, emission);
      this.#bringAbout(part, emission, term, bound);
    }
  }

  #bringAbout(part: Part, emission: EventObject, carried: Term, bound: Bindings): void {
    const held = [...this.members.get(part.name)!.held.values()];
    for (const happening of happenings(part, emission, carried, { held, bound }))
      this.#happen(part, happening, carried);
  }

  #happen(part: Part, happening: Happening, carried: Term): void {
    switch (happening.kind) {
      case "send": {
        const { over, to, event, carrying = carried } = happening;
        this.#mustDerive(part, carrying);
        const { channel, items } = this.channels.get(over)!;
        const item = { to, event, term: carrying };
        items.push(item);
        this.#noteSeen(channel, item);
        this.watch?.sent(channel, item);
        if (this.heldUnits.has(channel.from) || this.heldUnits.has(channel.to))
          this.tellAdversary(carrying);
        for (const observer of channel.observers) this.learn(observer, carrying, "overheard");
        return;
      }
      case "tell":
        this.#queue.push({
          to: happening.to,
          event: happening.event,
          term: happening.carrying ?? carried,
        });
        return;
      case "learn":
        this.watch?.learning(happening.who, happening.term);
        return this.learn(happening.who, happening.term, "told");
      case "keep":
        return this.#keep(happening.store, happening.term);
      case "erase":
        return this.#erase(happening.store, happening.term);
      case "purge":
        for (const term of this.stores.get(happening.store)!.slice())
          this.#erase(happening.store, term);
        return;
      case "disclose":
        return this.#disclose(happening);
      case "remember":
        if (this.heldUnits.has(part.unit)) this.tellAdversary(happening.term);
        return void this.members.get(part.name)!.held.set(happening.register, happening.term);
      case "fact":
        this.#state(happening.fact);
    }
  }

  /** Nobody can send what they could not have made: this keeps wiring honest. */
  #mustDerive(part: Part, term: Term): void {
    if (this.knowledge.get(part.owner)!.derives(term)) return;
    throw new Mistake({
      what: `${part.name} sends ${term.label}, which ${part.owner} cannot derive`,
      where: part.kind.place,
      why: "wiring may send only what its owner knows or can compose",
      todo: "open it with a key the owner has, or let the owner learn it first",
    });
  }

  /** Whether a channel is under the adversary's control, by itself or since one of its ends is in their hands. */
  isControlled(channel: Channel): boolean {
    return (
      this.adversary !== undefined &&
      (controls(this.adversary, channel) ||
        this.heldUnits.has(channel.from) ||
        this.heldUnits.has(channel.to))
    );
  }

  tellAdversary(term: Term): void {
    if (term === nothing) return;
    const { coalition } = this.adversary!;
    this.watch?.learning(coalition, term);
    this.learn(coalition, term, "overheard");
  }

  /** Something falls into the adversary's hands. */
  capture({ name, fact, gives, parts, stores, unit }: Capture): void {
    this.captured.add(name);
    if (unit !== undefined) this.heldUnits.add(unit);
    this.#state(fact);
    const held = parts.flatMap((part) => [...this.members.get(part)!.held.values()]);
    const kept = stores.flatMap((store) => this.stores.get(store)!);
    for (const term of [...gives, ...held, ...kept]) this.tellAdversary(term);
  }

  /** An adversary who replays remembers each message once. */
  #noteSeen(channel: Channel, item: LiveItem): void {
    const { adversary } = this;
    if (!adversary?.may.includes("replay") || !this.isControlled(channel)) return;
    const isSame = ({ to, event, term }: LiveItem): boolean =>
      to === item.to && term === item.term && JSON.stringify(event) === JSON.stringify(item.event);
    if (!this.seen.some(isSame)) this.seen.push(item);
  }

  /** Nobody can tell that a message matches a pattern without the keys that it names. */
  #mustTell({ to, event, term }: LiveItem, bound: Bindings): void {
    const { part, held } = this.members.get(to)!;
    const pattern = accepted(part, event, [...held.values()])!;
    const observed = this.observed.get(part.owner)!.map((one) => one.term);
    const before = observed.toSpliced(observed.lastIndexOf(term), observed.includes(term) ? 1 : 0);
    const derives = (read: readonly Term[], goal: Term): boolean => {
      const knowledge = new NaiveKnowledge();
      for (const one of [...before, ...read]) knowledge.observe(one);
      return knowledge.derives(goal);
    };
    if (canCheck(pattern, bound, derives)) return;
    throw new Mistake({
      what: `${to} accepts ${term.label} as ${pattern.label}, and ${part.owner} cannot tell whether it is`,
      where: placeOfKeys(part.kind.place, ["accepts", event.type]),
      why: "a pattern may name only keys and terms that whoever matches has",
      todo: "let them learn what is missing first, or leave that part open with anything(…)",
    });
  }

  #keep(name: string, term: Term): void {
    const entries = this.stores.get(name)!;
    const { capacity, owner } = this.composition.stores.find((store) => store.name === name)!;
    if (entries.length >= capacity) this.#erase(name, entries[0]!);
    entries.push(term);
    if (term.kind === "body")
      this.#state({ type: "stored", ...term.about, store: name, owner, message: term.label });
  }

  #disclose({ store, to, last = Number.MAX_SAFE_INTEGER, upTo }: Disclose): void {
    const { owner } = this.composition.stores.find(({ name }) => name === store)!;
    const shown = disclosed(this.stores.get(store)!, upTo, last);
    shown.forEach((term, at) => {
      const back = shown.length - 1 - at;
      if (term.kind === "body")
        this.#state({
          type: "disclosed",
          ...term.about,
          store,
          owner,
          reader: to,
          back,
          message: term.label,
        });
    });
    for (const term of shown) {
      this.watch?.learning(to, term);
      this.learn(to, term, "shown");
    }
  }

  #erase(name: string, term: Term): void {
    const entries = this.stores.get(name)!;
    const at = entries.indexOf(term);
    if (at < 0) return;
    entries.splice(at, 1);
    const { owner } = this.composition.stores.find((store) => store.name === name)!;
    if (term.kind === "body")
      this.#state({ type: "erased", ...term.about, store: name, owner, message: term.label });
  }

  #state(fact: Fact): void {
    const views = new Map([...this.members].map(([name, { actor }]) => [name, actor.view()]));
    if (this.#timedTypes.has(fact.type)) this.#restless = true;
    this.#facts.push(fact);
    this.#steps.push(this.#step);
    this.trace.push({ fact, look: (name) => views.get(name)! });
  }
}
