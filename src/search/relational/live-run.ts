import type { Fact, Invariant } from "../../promise/index.ts";
import { nothing, type Term } from "../../term/index.ts";
import {
  eventName,
  holdsBack,
  LiveWorld,
  NotPossible,
  type Composition,
  type LiveItem,
  type LiveMove,
  type Scenario,
} from "../../world/index.ts";
import { randomnessOf } from "./hands.ts";
import { lengthOf } from "./lengths.ts";
import { isSecret, type Question } from "./question.ts";
import { plain } from "./twins.ts";

/** Something that an observer sees: what it is, the term that goes with it, and how long the whole is. */
export interface Seen {
  readonly as: string;
  readonly term: Term;
  readonly length: number;
}

/** What a run on live actors did in one step, and what the observer saw of it. */
export interface LiveRunStep {
  readonly move: string;
  readonly facts: readonly Fact[];
  readonly sees: readonly Seen[];
}

/** A message that an adversary could see. */
export interface Passed {
  readonly channel: string;
  readonly item: LiveItem;
}

/** Faults are counted for both runs together by whoever chose the moves. */
const anyNumber = 1_000_000;

/** One of two runs on live actors, watched by an observer: the judge of what a search of pairs proposes. */
export class LiveRun {
  readonly world: LiveWorld;
  /** What the observer's coalitions know from the start. */
  readonly known: readonly Term[];
  readonly #question: Question;
  #sees: Seen[] = [];
  #passed: Passed[] = [];

  constructor(question: Question, composition: Composition, watched: readonly Invariant[]) {
    const { task, parts, rule } = question;
    this.#question = question;
    this.world = new LiveWorld(composition, plentyOfFaults(task.scenario), watched);
    const owners = new Set(parts.map(({ owner }) => owner));
    this.known = [
      ...new Set(
        [...owners].flatMap((owner) => this.world.observed.get(owner)!.map(({ term }) => term)),
      ),
    ];
    const { adversary } = this.world;
    if (adversary && owners.has(adversary.coalition))
      this.known = [...this.known, randomnessOf(adversary.name)];
    const own = new Set(parts.map(({ name }) => name));
    this.world.watch = {
      event: ({ name }, event, term) => {
        if (own.has(name)) this.#see(`${name} gets ${eventName(event)}`, term);
      },
      emission: ({ name }, emission) => {
        if (own.has(name)) this.#see(`${name} does ${eventName(emission)}`, nothing);
      },
      sent: (channel, item) => {
        const { name, observers } = channel;
        const { to, event, term } = item;
        if (this.world.isControlled(channel)) this.#passed.push({ channel: name, item });
        if (observers.some((observer) => owners.has(observer)))
          this.#see(`${name} carries ${eventName(event)} to ${to}`, term);
        else if (rule.traits.includes("traffic"))
          this.#see(`${name} carries something`, nothing, term);
      },
      learning: (who, term) => {
        if (owners.has(who)) this.#see(`${who} comes to know something`, term);
      },
    };
  }

  /** Makes the move of that name, as both runs have it. Throws {@link NotPossible} if there is none. */
  take(name: string): LiveRunStep {
    const time = /^(?:time|delay|withhold) \+(\d+)$/.exec(name)?.[1];
    if (name.startsWith("withhold +") && !holdsBack(this.world)) return impossible(name);
    // The clock of both runs stops at what comes first in either.
    if (time !== undefined) return this.make({ name, make: () => this.world.pass(Number(time)) });
    return this.make(this.offered(name) ?? impossible(name));
  }

  /** Makes a move, be it on offer or not. */
  make(move: LiveMove): LiveRunStep {
    this.#begin();
    const { facts } = this.world.make(move);
    this.world.injected = 0;
    return { move: move.name, facts, sees: this.#sees };
  }

  /** The move of that name, as both runs have it, if it is on offer. */
  offered(name: string): LiveMove | undefined {
    return this.world.moves().find((offered) => plain(offered.name) === plain(name));
  }

  /** What was put on channels under the adversary's control by the last move. */
  get passed(): readonly Passed[] {
    return this.#passed;
  }

  /** Every term that the adversary's coalition has got, in order. */
  get got(): readonly Term[] {
    const { adversary, observed } = this.world;
    const all = adversary ? observed.get(adversary.coalition)! : [];
    return all.map(({ term }) => term).filter((term) => term !== nothing);
  }

  #begin(): void {
    this.#sees = [];
    this.#passed = [];
  }

  /** Makes a move of the set-up. */
  prepare(name: string): readonly Seen[] {
    this.#begin();
    const move = this.world.moves("setUp").find((offered) => plain(offered.name) === plain(name));
    this.world.take(move?.name ?? name, "setUp");
    return this.#sees;
  }

  /** What the observer's own parts let their user do now, secret moves left out. */
  choices(): string[] {
    const { parts } = this.#question;
    return parts.flatMap(({ name }) => {
      const { part, actor } = this.world.members.get(name)!;
      return intentsOf(part)
        .filter((event) => !isSecret(this.#question, part, event))
        .filter((event) => actor.can(this.world.widened(name, event)))
        .map((event) => `${name} ${eventName(event)}`);
    });
  }

  #see(as: string, term: Term, length = term): void {
    this.#sees.push({ as, term, length: lengthOf(length.id) });
  }
}

export const impossible = (name: string): never => {
  throw new NotPossible({
    what: `the move "${name}" is not possible here`,
    why: "the trace was made with another version of the models, or the world was in another state",
    todo: "search again and freeze the new trace",
  });
};

const plentyOfFaults = (scenario: Scenario): Scenario => ({
  ...scenario,
  faults: Object.fromEntries(
    Object.entries(scenario.faults).map(([kind, most]) => [kind, most > 0 ? anyNumber : 0]),
  ),
});

/** Every event that somebody may want to send to a part. */
const intentsOf = ({ kind, roles }: Composition["parts"][number]) =>
  Object.entries(kind.intents ?? {}).flatMap(([type, intent]) =>
    Object.entries(intent.fields?.(roles) ?? {})
      .reduce<Record<string, string | number | boolean>[]>(
        (chosen, [field, values]) =>
          chosen.flatMap((before) => values.map((value) => ({ ...before, [field]: value }))),
        [{}],
      )
      .map((fields) => ({ ...fields, type })),
  );
