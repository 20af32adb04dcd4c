import { termById } from "../term/index.ts";
import type { Programs } from "./programs.ts";

/** What is said of a message on one kind of occasion, e.g. that it was stored in one store: one fact per body. */
export class BodyFact {
  readonly #programs: Programs;
  readonly #type: string;
  readonly #fields: Readonly<Record<string, string | number>>;
  readonly #facts = new Map<number, number>();

  constructor(programs: Programs, type: string, fields: Readonly<Record<string, string | number>>) {
    this.#programs = programs;
    this.#type = type;
    this.#fields = fields;
  }

  /** The fact about a body, by the body's id. */
  about(body: number): number {
    return this.#facts.get(body) ?? this.#make(body);
  }

  #make(body: number): number {
    const { about, label } = termById(body);
    const fact = { type: this.#type, ...about, ...this.#fields, message: label };
    const id = this.#programs.factId(fact);
    this.#facts.set(body, id);
    return id;
  }
}
