import { nothing, PairTable, termById } from "../term/index.ts";
import { standing } from "./effects.ts";
import { MoveKind, type MoveList } from "./move.ts";
import type { PlannedIntent } from "./plan.ts";
import type { Swarm } from "./swarm.ts";
import type { World } from "./world.ts";

/** An intent as its actor keeps it: the slot that counts it (-1 without a limit) and how often it is allowed. */
interface Choice {
  readonly intent: PlannedIntent;
  readonly counter: number;
  allowed: number;
  /** The fresh terms it carries, by how often it was used before. */
  readonly fresh: number[];
}

/** The choices that a machine handles in one of its states: all, and those that the scenario leaves free. */
interface Handled {
  readonly all: readonly Choice[];
  readonly free: readonly Choice[];
}

/** What one part may decide to do next. */
export class ActorOffers {
  readonly part: number;
  /** What its machine handles, as far as somebody has looked. */
  #now: readonly Choice[] = [];
  readonly #world: World;
  readonly #choices: readonly Choice[];
  /** By what the part sees, and then by what it is. */
  readonly #handled: (Handled | undefined)[][] = [];
  readonly #bodies = new PairTable();
  readonly #bodyLists: (readonly number[])[] = [];

  constructor(world: World, part: number) {
    this.part = part;
    this.#world = world;
    const { intents, limits } = world.plan;
    this.#choices = intents
      .filter((intent) => intent.part === part)
      .map((intent) => ({
        intent,
        counter: intent.limit < 0 ? -1 : world.layout.limits + intent.limit,
        allowed: limits[intent.limit]?.most ?? 0,
        fresh: [],
      }));
  }

  /** The slots on which it depends what is on offer. */
  get slots(): number[] {
    const { plan, layout } = this.#world;
    const { reads, owner } = plan.parts[this.part]!;
    const counters = this.#choices.flatMap(({ counter }) => (counter < 0 ? [] : [counter]));
    const knows = this.#choices.some(({ intent }) => intent.carries?.carry === "known");
    return [
      ...new Set([
        this.part,
        ...reads.map(({ part }) => part),
        ...counters,
        ...(knows ? [layout.coalitions + owner] : []),
      ]),
    ];
  }

  /** What the set-up has used up counts towards nothing. */
  allowAfterSetUp(): void {
    const { plan, cells } = this.#world;
    for (const choice of this.#choices)
      if (choice.counter >= 0)
        choice.allowed = plan.limits[choice.intent.limit]!.most + cells[choice.counter]!;
  }

  /** Looks again at what the machine handles. `unlimited` is what the scenario does not allow, too: for the set-up. */
  look(unlimited: boolean): void {
    const { all, free } = this.#handledNow();
    this.#now = unlimited ? all : free;
  }

  /** Adds what is on offer, without looking again. */
  list(moves: MoveList, unlimited: boolean, swarm: Swarm | undefined): void {
    const { cells } = this.#world;
    for (let at = 0; at < this.#now.length; at++) {
      const choice = this.#now[at]!;
      const { intent, counter, allowed } = choice;
      const { index, carries } = intent;
      if (swarm?.intents[index] === 1) continue;
      const used = counter < 0 ? 0 : cells[counter]!;
      if (!unlimited && counter >= 0 && used >= allowed) continue;
      if (carries === undefined) moves.add(MoveKind.intent, index, nothing.id);
      else if (carries.carry === "fresh")
        moves.add(MoveKind.intent, index, this.#freshTerm(choice, used));
      else for (const body of this.#bodiesFor(intent)) moves.add(MoveKind.intent, index, body);
    }
  }

  /** What the part's machine handles in its present state, given what it sees of its siblings. */
  #handledNow(): Handled {
    const { cells, senses } = this.#world;
    const local = cells[this.part]!;
    const seen = senses.seen(this.part);
    const byLocal = (this.#handled[seen] ??= []);
    return (byLocal[local] ??= this.#ask(local));
  }

  #ask(local: number): Handled {
    const { plan, programs, senses } = this.#world;
    const planned = plan.parts[this.part]!;
    const all = this.#choices.filter(({ intent: { index } }) => {
      const symbol = senses.symbol(planned, programs.intentEvents[index]!);
      return planned.table.handledOf[planned.table.entry(local, symbol)] === 1;
    });
    return { all, free: all.filter(({ intent }) => intent.free) };
  }

  #freshTerm({ intent, fresh }: Choice, used: number): number {
    if (used < fresh.length) return fresh[used]!;
    const { part } = this.#world.plan.parts[this.part]!;
    const { make } = intent.carries as Extract<PlannedIntent["carries"], { carry: "fresh" }>;
    while (fresh.length <= used) {
      const count = fresh.length + 1;
      const term = make({ ...standing(part), it: intent.event }, count).id;
      fresh.push(term);
      this.#world.programs.answers.fresh.push({ intent: intent.index, count, term });
    }
    return fresh[used]!;
  }

  #bodiesFor({ index, carries }: PlannedIntent): readonly number[] {
    const { plan, cells, layout, knowledge } = this.#world;
    const { part, owner } = plan.parts[this.part]!;
    const state = cells[layout.coalitions + owner]!;
    const known = this.#bodies.get(index, state);
    if (known >= 0) return this.#bodyLists[known]!;
    const { which } = carries as Extract<PlannedIntent["carries"], { carry: "known" }>;
    const here = standing(part);
    const bodies = knowledge.bodies(state).filter((body) => which(termById(body), here));
    this.#bodies.set(index, state, this.#bodyLists.push(bodies) - 1);
    this.#world.programs.answers.known.push({ intent: index, knowledge: state, bodies });
    return bodies;
  }
}
