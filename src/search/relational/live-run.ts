import type { Fact } from "../../promise/index.ts";
import { nothing, type Term } from "../../term/index.ts";
import {
  eventName,
  LiveWorld,
  NotPossible,
  type Composition,
  type Scenario,
} from "../../world/index.ts";
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

/** Faults are counted for both runs together by whoever chose the moves. */
const anyNumber = 1_000_000;

/** One of two runs on live actors, watched by an observer: the judge of what a search of pairs proposes. */
export class LiveRun {
  readonly world: LiveWorld;
  /** What the observer's coalitions know from the start. */
  readonly known: readonly Term[];
  readonly #question: Question;
  #sees: Seen[] = [];

  constructor(question: Question, composition: Composition) {
    const { task, parts, rule } = question;
    this.#question = question;
    this.world = new LiveWorld(composition, plentyOfFaults(task.scenario), []);
    const owners = new Set(parts.map(({ owner }) => owner));
    this.known = [
      ...new Set(
        [...owners].flatMap((owner) => this.world.observed.get(owner)!.map(({ term }) => term)),
      ),
    ];
    const own = new Set(parts.map(({ name }) => name));
    this.world.watch = {
      event: ({ name }, event, term) => {
        if (own.has(name)) this.#see(`${name} gets ${eventName(event)}`, term);
      },
      emission: ({ name }, emission) => {
        if (own.has(name)) this.#see(`${name} does ${eventName(emission)}`, nothing);
      },
      sent: ({ name, observers }, { to, event, term }) => {
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
    this.#sees = [];
    const time = /^(?:time|delay) \+(\d+)$/.exec(name)?.[1];
    if (time !== undefined) {
      // The clock of both runs stops at what comes first in either.
      this.world.pass(Number(time));
      return { move: name, facts: [], sees: this.#sees };
    }
    const move = this.world.moves().find((offered) => plain(offered.name) === plain(name));
    if (!move)
      throw new NotPossible({
        what: `the move "${name}" is not possible here`,
        why: "the trace was made with another version of the models, or the world was in another state",
        todo: "search again and freeze the new trace",
      });
    return { ...this.world.take(move.name), sees: this.#sees };
  }

  /** Makes a move of the set-up. */
  prepare(name: string): readonly Seen[] {
    this.#sees = [];
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
