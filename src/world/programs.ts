import { Mistake } from "../mistake.ts";
import { nothing, PairTable, termById, type Term } from "../term/index.ts";
import { Answers, countOf } from "./answers.ts";
import { Pairs, type Circumstances } from "./circumstances.ts";
import { happenings, type Happening } from "./effects.ts";
import { eventName } from "./intents.ts";
import type { Plan, PlannedPart } from "./plan.ts";
import type { EventObject } from "./wiring.ts";

/** What one instruction of a program does; two operands follow each. */
export const Op = {
  /** Push item `b` on channel `a`. */
  send: 0,
  /** Hand item `a` to its part within this step. */
  tell: 1,
  /** Coalition `a` learns term `b`. */
  learn: 2,
  /** Write term `b` to store `a`. */
  keep: 3,
  /** Erase term `b` from store `a`. */
  erase: 4,
  /** Empty store `a`. */
  purge: 5,
  /** Disclosure number `a`: see {@link Programs.disclosures}. */
  disclose: 6,
  /** Fact `a` is so. */
  fact: 7,
  /** Put term `b` into register `a`. */
  remember: 8,
} as const;

/** A message or handed-over event: for which part, which event, and the term beside it. */
export interface Item {
  readonly part: number;
  readonly event: number;
  readonly term: number;
  readonly name: string;
}

/** What a store shows to whom: its last entries up to one. */
export interface Disclosure {
  readonly store: number;
  readonly to: number;
  readonly last: number;
  readonly upTo: Term | undefined;
}

/** What a part does as its unit starts again: which registers it forgets, and by which event it is told. */
export interface Restart {
  readonly part: number;
  readonly event: number;
  readonly forgets: readonly number[];
}

/**
 * Turns what wiring says into short integer programs, once per part, emission, carried term and circumstance. This is
 * the slow path; the world runs the programs.
 */
export class Programs {
  readonly #plan: Plan;
  readonly #programs: PairTable[];
  readonly #code: (readonly number[])[] = [];
  /** Per part and emission: the program when nothing is carried. */
  readonly #bare: (readonly number[])[][];
  readonly items: Item[] = [];
  readonly events: EventObject[] = [];
  readonly facts: ({ readonly type: string } & Readonly<Record<string, unknown>>)[] = [];
  readonly disclosures: Disclosure[] = [];
  readonly answers = new Answers();
  /** Per intent, its event. */
  readonly intentEvents: readonly number[];
  /** Per unit, which parts are told that it has just started again, and by which event. */
  readonly restarts: readonly (readonly Restart[])[];
  /** Per part: programs by emission, and carried term with circumstance. */
  readonly #under: PairTable[];
  readonly #inputs = new Pairs();
  readonly #circumstances: Circumstances;
  readonly #itemIds = new Map<string, number>();
  readonly #eventIds = new Map<string, number>();
  readonly #factIds = new Map<string, number>();

  constructor(plan: Plan, circumstances: Circumstances) {
    this.#plan = plan;
    this.#circumstances = circumstances;
    this.#programs = plan.parts.map(() => new PairTable());
    this.#under = plan.parts.map(() => new PairTable());
    this.#bare = plan.parts.map(() => []);
    this.intentEvents = plan.intents.map(({ event }) => this.eventId(event));
    this.restarts = plan.units.map((_, unit) =>
      plan.parts.flatMap((part) =>
        part.unit === unit && part.part.kind.onRestart
          ? [
              {
                part: part.index,
                event: this.eventId({ type: part.part.kind.onRestart }),
                forgets: registersOf(part, part.part.kind.forgets),
              },
            ]
          : [],
      ),
    );
  }

  /** How many programs, items, events, facts and answers there are. */
  get size(): number {
    const { items, events, facts, answers } = this;
    return this.#code.length + items.length + events.length + facts.length + countOf(answers);
  }

  /** The program of an emission that carries a term. */
  of(part: PlannedPart, emission: number, term: number, circumstance: number): readonly number[] {
    if (circumstance !== 0) return this.#given(part, emission, term, circumstance);
    if (term !== nothing.id) return this.#carrying(part, emission, term);
    return (this.#bare[part.index]![emission] ??= this.#carrying(part, emission, term));
  }

  #carrying(part: PlannedPart, emission: number, term: number): readonly number[] {
    const known = this.#programs[part.index]!.get(emission, term);
    if (known >= 0) return this.#code[known]!;
    const number = this.#make(part, emission, term, 0);
    this.#programs[part.index]!.set(emission, term, number);
    return this.#code[number]!;
  }

  #given(part: PlannedPart, emission: number, term: number, circumstance: number) {
    const input = this.#inputs.of(circumstance, term);
    const known = this.#under[part.index]!.get(emission, input);
    if (known >= 0) return this.#code[known]!;
    const number = this.#make(part, emission, term, circumstance);
    this.#under[part.index]!.set(emission, input, number);
    return this.#code[number]!;
  }

  #make(part: PlannedPart, emission: number, term: number, circumstance: number): number {
    const event = part.table.emissionOf(emission) as EventObject;
    const { held, bound } = this.#circumstances.at(circumstance);
    const memory = {
      held: this.#circumstances.terms(held),
      bound: this.#circumstances.bindings(bound),
    };
    const code = happenings(part.part, event, termById(term), memory).flatMap((happening) =>
      this.#compile(part, happening, termById(term)),
    );
    this.answers.wiring.push({ part: part.index, emission, term, circumstance, code });
    return this.#code.push(code) - 1;
  }

  eventId(event: EventObject): number {
    return intern(this.#eventIds, JSON.stringify(event), () => this.events.push(event) - 1);
  }

  factId(fact: { readonly type: string } & Readonly<Record<string, unknown>>): number {
    return intern(this.#factIds, JSON.stringify(fact), () => this.facts.push(fact) - 1);
  }

  itemId(part: number, event: EventObject, term: Term): number {
    const id = this.eventId(event);
    return intern(this.#itemIds, `${part},${id},${term.id}`, () => {
      const name = `${this.#plan.parts[part]!.part.name} ${eventName(event)} ${term.label}`;
      return this.items.push({ part, event: id, term: term.id, name }) - 1;
    });
  }

  #compile(part: PlannedPart, happening: Happening, carried: Term): number[] {
    const find = (index: ReadonlyMap<string, number>, name: string, what: string): number =>
      index.get(name) ?? refuse(part, happening, name, what);
    const { partIndex, channelIndex, coalitionIndex, storeIndex } = this.#plan;
    switch (happening.kind) {
      case "send": {
        const to = find(partIndex, happening.to, "part");
        const item = this.itemId(to, happening.event, happening.carrying ?? carried);
        return [Op.send, find(channelIndex, happening.over, "channel"), item];
      }
      case "tell": {
        const to = find(partIndex, happening.to, "part");
        return [Op.tell, this.itemId(to, happening.event, happening.carrying ?? carried), 0];
      }
      case "learn":
        return [Op.learn, find(coalitionIndex, happening.who, "coalition"), happening.term.id];
      case "keep":
      case "erase":
        return [Op[happening.kind], find(storeIndex, happening.store, "store"), happening.term.id];
      case "purge":
        return [Op.purge, find(storeIndex, happening.store, "store"), 0];
      case "disclose": {
        const disclosure = {
          store: find(storeIndex, happening.store, "store"),
          to: find(coalitionIndex, happening.to, "coalition"),
          last: happening.last ?? Number.MAX_SAFE_INTEGER,
          upTo: happening.upTo,
        };
        return [Op.disclose, this.disclosures.push(disclosure) - 1, 0];
      }
      case "remember": {
        const [register] = registersOf(part, [happening.register]) as [number];
        return [Op.remember, register, happening.term.id];
      }
      case "fact":
        return [Op.fact, this.factId(happening.fact), 0];
    }
  }
}

/** Registers of a part by their number among all registers. */
const registersOf = ({ registers, holds }: PlannedPart, names: readonly string[] = []): number[] =>
  names.map((name) => registers + holds.indexOf(name));

const intern = (ids: Map<string, number>, key: string, add: () => number): number => {
  let id = ids.get(key);
  if (id === undefined) ids.set(key, (id = add()));
  return id;
};

const refuse = (part: PlannedPart, { kind }: Happening, name: string, what: string): never => {
  throw new Mistake({
    what: `the wiring of ${part.part.name} wants to ${kind}, but there is no ${what} "${name}"`,
    where: part.part.kind.place,
    why: "everything that wiring names must be in the composition",
    todo: `correct the name, or add the ${what}`,
  });
};
