import { nextState, Said } from "../promise/index.ts";
import { nothing, termById } from "../term/index.ts";
import { BodyFacts } from "./body-facts.ts";
import { Captured } from "./captured.ts";
import { disclosed } from "./effects.ts";
import type { Intercepts } from "./intercepts.ts";
import { Way } from "./learning.ts";
import { Op } from "./programs.ts";
import { Scratch } from "./scratch.ts";
import type { World } from "./world.ts";

/**
 * What comes of an emission: messages are sent, terms learned, kept and erased, facts stated, and monitors judge each
 * fact at the moment in which it becomes true.
 */
export class Happenings {
  /** Events that are handed on within the step. */
  readonly queue: Scratch = new Scratch();
  /** Facts of the step, in order. */
  readonly facts: Scratch = new Scratch();
  readonly bodyFacts: BodyFacts;
  /** Whether more was sent than fits. */
  overflow = false;
  readonly captured: Captured;
  readonly #world: World;
  /** Whether somebody remembers messages to replay them. */
  readonly #notes: boolean;

  constructor(world: World) {
    this.#world = world;
    this.bodyFacts = new BodyFacts(world.plan, world.programs);
    this.captured = new Captured(world, this);
    this.#notes = world.plan.adversary?.may.includes("replay") ?? false;
  }

  clear(): void {
    this.queue.clear();
    this.facts.clear();
    this.overflow = false;
  }

  /** Runs what wiring made of an emission: three integers an instruction, see {@link Op}. */
  run(code: readonly number[]): void {
    for (let at = 0; at < code.length; at += 3) this.#do(code[at]!, code[at + 1]!, code[at + 2]!);
  }

  #do(op: number, a: number, b: number): void {
    switch (op) {
      case Op.send:
        return this.#send(a, b);
      case Op.tell:
        return this.queue.push(a);
      case Op.learn:
        this.#world.sightings?.learning(a, b);
        return this.learn(a, b, Way.told);
      case Op.keep:
        return this.#keep(a, b);
      case Op.erase:
        return this.#erase(a, b);
      case Op.purge:
        return this.#purge(a);
      case Op.disclose:
        return this.#disclose(a);
      case Op.fact:
        return this.state(a);
      case Op.remember:
        return this.remember(a, b);
    }
  }

  #send(channel: number, item: number): void {
    const { plan, layout, lists, programs, sightings, intercepts } = this.#world;
    const { order, capacity, seenBy } = plan.channels[channel]!;
    const slot = layout.channels + channel;
    const list = this.#world.read(slot);
    if (lists.length(list) >= capacity) this.overflow = true;
    const longer = order === "fifo" ? lists.append(list, item) : lists.insert(list, item);
    this.#world.write(slot, longer);
    const { term } = programs.items[item]!;
    sightings?.sent(channel, item, term);
    if (this.#notes && this.captured.controls(channel)) this.#noteSeen(item);
    if (intercepts && this.captured.controls(channel)) intercept(intercepts, channel, item);
    this.captured.overhear(channel, term);
    for (let at = 0; at < seenBy.length; at++) this.learn(seenBy[at]!, term, Way.overheard);
  }

  /** An adversary who replays remembers each message once. */
  #noteSeen(item: number): void {
    const { layout, lists } = this.#world;
    const list = this.#world.read(layout.seen);
    if (!lists.items(list).includes(item)) this.#world.write(layout.seen, lists.insert(list, item));
  }

  learn(coalition: number, term: number, way: Way): void {
    const { layout, knowledge, deaf, intercepts, plan } = this.#world;
    if (term === nothing.id) return;
    if (intercepts && coalition === plan.adversary!.index) intercepts.terms.push(term);
    if (deaf?.[coalition] === 1) return;
    const slot = layout.coalitions + coalition;
    const before = this.#world.read(slot);
    const answer = knowledge.step(before, term);
    const after = answer >> 1;
    if (after === before) return;
    this.#world.write(slot, after);
    if ((answer & 1) === 0) return;
    const learned = this.bodyFacts.learned[coalition]![way]!;
    for (const body of knowledge.gained(before, after)) this.state(learned.about(body));
  }

  remember(register: number, term: number): void {
    const { plan, layout, circumstances } = this.#world;
    const { part } = plan.registers[register]!;
    this.captured.overlook(plan.parts[part]!.unit, term);
    this.#world.write(layout.registers + register, circumstances.cellOf(termById(term)));
  }

  #keep(store: number, term: number): void {
    const { plan, layout, entries } = this.#world;
    const slot = layout.stores + store;
    if (entries.length(this.#world.read(slot)) >= plan.stores[store]!.capacity)
      this.#erase(store, entries.items(this.#world.read(slot))[0]!);
    this.#world.write(slot, entries.append(this.#world.read(slot), term));
    if (termById(term).kind === "body") this.state(this.bodyFacts.stored[store]!.about(term));
  }

  #erase(store: number, term: number): void {
    const { layout, entries } = this.#world;
    const slot = layout.stores + store;
    const list = this.#world.read(slot);
    const at = entries.items(list).indexOf(term);
    if (at < 0) return;
    this.#world.write(slot, entries.remove(list, at));
    if (termById(term).kind === "body") this.state(this.bodyFacts.erased[store]!.about(term));
  }

  #purge(store: number): void {
    const { layout, entries } = this.#world;
    for (;;) {
      const [oldest] = entries.items(this.#world.read(layout.stores + store));
      if (oldest === undefined) return;
      this.#erase(store, oldest);
    }
  }

  #disclose(number: number): void {
    const { programs, layout, entries, sightings } = this.#world;
    const disclosure = programs.disclosures[number]!;
    const { store, to, last, upTo } = disclosure;
    const kept = entries.items(this.#world.read(layout.stores + store));
    const shown = disclosed([...kept], upTo?.id, last);
    shown.forEach((term, at) => {
      if (termById(term).kind !== "body") return;
      const back = shown.length - 1 - at;
      this.state(this.bodyFacts.disclosed(disclosure, back).about(term));
    });
    for (const term of shown) {
      sightings?.learning(to, term);
      this.learn(to, term, Way.shown);
    }
  }

  /** States a fact, to every monitor that it means something to. */
  state(fact: number): void {
    this.facts.push(fact);
    const { bank, layout } = this.#world;
    this.#world.coverage.state(fact);
    const reading = bank.read(fact, this.#world.fact(fact));
    if (bank.concernsTime(fact) && this.#world.read(layout.restless) === 0)
      this.#world.write(layout.restless, 1);
    for (let at = 0; at < reading.length; at += 2) {
      const { invariant, slot } = bank.instances[reading[at]!]!;
      const answer = bank.invariants[invariant]!.step(this.#world.read(slot), reading[at + 1]!);
      this.judge(invariant, reading[at]!, slot, answer);
    }
  }

  /** Takes over a monitor's answer. */
  judge(invariant: number, instance: number, slot: number, answer: number): void {
    const next = nextState(answer);
    if (next !== this.#world.read(slot)) {
      this.#world.write(slot, next);
      this.#world.coverage.reach(invariant, next);
    }
    if (answer & Said.violated) this.#world.violations.push(instance);
    this.#world.evidence.note(invariant, answer);
  }
}

const intercept = ({ messages }: Intercepts, channel: number, item: number): void => {
  messages.push(channel);
  messages.push(item);
};
