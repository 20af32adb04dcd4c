import { Mistake } from "../../mistake.ts";
import type { MachineTable } from "../../machine/index.ts";
import { termById } from "../../term/index.ts";
import type {
  Answers,
  FreshAnswer,
  KnownAnswer,
  LookAnswer,
  ReadingAnswer,
  ReceptionAnswer,
  WiringAnswer,
} from "../answers.ts";
import { standing } from "../effects.ts";
import { eventName } from "../intents.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
import { sameCode } from "./instructions.ts";
import { Orders, symbolsOf } from "./orders.ts";
import type { Renaming } from "./renaming.ts";

/**
 * Puts renamings to the test on every answer that a model's code has given, and on every entry of its machines' tables:
 * the answer to the renamed question must be the renamed answer. A world does nothing that does not follow from such
 * answers, so this is no sample: whatever passes has been proved for all that was reached.
 *
 * What a test asks for the first time makes an answer, too. It needs no test: it is the image of one that has passed
 * under the whole group.
 */
export class Equivariance {
  readonly #world: World;
  readonly #tables: readonly MachineTable[];
  readonly #done: Record<keyof Answers, number> = {
    fresh: 0,
    known: 0,
    wiring: 0,
    receptions: 0,
    looks: 0,
  };
  #readingsDone = 0;
  #gainsDone = 0;
  readonly #entriesDone: number[];
  /** Tables and events by which parts start again that must do so silently, by renaming. */
  readonly #silent = new Map<Renaming, ReadonlyMap<MachineTable, ReadonlySet<string>>>();
  readonly #orders: Orders;
  #testing = false;

  constructor(world: World) {
    this.#world = world;
    this.#orders = new Orders(world);
    this.#tables = [...new Set(world.plan.parts.map(({ table }) => table))];
    this.#entriesDone = this.#tables.map(() => 0);
  }

  /** Tests all that is new since last time. Throws an {@link Asymmetric} that says what is told apart. */
  test(renamings: readonly Renaming[]): void {
    if (this.#testing) return;
    this.#testing = true;
    try {
      // Whoever makes bodies comes first, so that their images are there when others name them.
      this.#answers("fresh", renamings, (renaming, one) => this.#fresh(renaming, one));
      this.#answers("wiring", renamings, (renaming, one) => this.#wiring(renaming, one));
      this.#answers("receptions", renamings, (renaming, one) => this.#reception(renaming, one));
      this.#answers("known", renamings, (renaming, one) => this.#known(renaming, one));
      this.#answers("looks", renamings, (renaming, one) => this.#look(renaming, one));
      this.#entries(renamings);
      this.#readings(renamings);
    } catch (error) {
      throw asymmetryOf(error);
    } finally {
      this.#testing = false;
    }
  }

  #answers<Kind extends keyof Answers>(
    kind: Kind,
    renamings: readonly Renaming[],
    test: (renaming: Renaming, answer: Answers[Kind][number]) => void,
  ): void {
    const answers = this.#world.programs.answers[kind];
    this.#done[kind] = testNew(answers, this.#done[kind], renamings, test);
  }

  #readings(renamings: readonly Renaming[]): void {
    const { bank, knowledge } = this.#world;
    const [readings, gains] = [this.#readingsDone, this.#gainsDone];
    this.#readingsDone = testNew(bank.readings, readings, renamings, (renaming, one) =>
      this.#reading(renaming, one),
    );
    this.#gainsDone = testNew(knowledge.gains, gains, renamings, (renaming, one) =>
      this.#orders.note(renaming, one),
    );
    if (readings < this.#readingsDone || gains < this.#gainsDone) this.#orders.mustNotMatter();
  }

  #fresh(renaming: Renaming, { intent, count, term }: FreshAnswer): void {
    const { intents, parts } = this.#world.plan;
    const image = intents[renaming.to.intents[intent]!]!;
    if (image.carries?.carry !== "fresh") throw new Asymmetric(`"${image.name}" carries nothing`);
    const { part } = parts[image.part]!;
    const made = image.carries.make({ ...standing(part), it: image.event }, count);
    if (made.id !== renaming.term(term))
      throw new Asymmetric(
        `"${image.name}" makes "${made.label}", and "${intents[intent]!.name}" makes "${termById(term).label}"`,
      );
  }

  #known(renaming: Renaming, { intent, knowledge, bodies }: KnownAnswer): void {
    const { plan, knowledge: table } = this.#world;
    const image = plan.intents[renaming.to.intents[intent]!]!;
    if (image.carries?.carry !== "known") throw new Asymmetric(`"${image.name}" carries nothing`);
    const { which } = image.carries;
    const here = standing(plan.parts[image.part]!.part);
    const theirs = table
      .bodies(renaming.knowledge.at(knowledge))
      .filter((body) => which(termById(body), here));
    if (
      !sameSet(
        theirs,
        bodies.map((body) => renaming.term(body)),
      )
    )
      throw new Asymmetric(
        `"${plan.intents[intent]!.name}" and "${image.name}" choose from other messages`,
      );
  }

  #look(renaming: Renaming, { part, read, local, value }: LookAnswer): void {
    const { parts } = this.#world.plan;
    const image = parts[renaming.to.parts[part]!]!;
    const { as, part: sibling } = image.reads[read]!;
    const { table } = parts[sibling]!;
    if (as(table.view(renaming.localsOf(table).at(local))) !== renaming.words.literal(value))
      throw new Asymmetric(
        `"${parts[part]!.part.name}" and "${image.part.name}" see "${image.reads[read]!.name}" otherwise`,
      );
  }

  #entries(renamings: readonly Renaming[]): void {
    for (const [at, table] of this.#tables.entries()) {
      const end = table.nextOf.length;
      for (let entry = this.#entriesDone[at]!; entry < end; entry++)
        for (const renaming of renamings) this.#entry(renaming, table, entry);
      this.#entriesDone[at] = table.nextOf.length;
    }
  }

  #entry(renaming: Renaming, table: MachineTable, entry: number): void {
    const { local, symbol } = table.asked(entry);
    if (local < 0) return;
    const { words } = renaming;
    const locals = renaming.localsOf(table);
    const image = imageOf(renaming, table, entry);
    const emissions = [...table.emissionsOf[entry]!].map((emission) =>
      table.emissionFor(words.record(table.emissionOf(emission))),
    );
    const same =
      table.handledOf[image] === table.handledOf[entry] &&
      table.nextOf[image] === locals.at(table.nextOf[entry]!) &&
      sameList(table.emissionsOf[image]!, emissions) &&
      sameList(table.takenOf[image]!, table.takenOf[entry]!) &&
      sameList(table.timersOf[image]!, table.timersOf[entry]!);
    if (!same)
      throw new Asymmetric(
        `machine "${table.name}" in ${table.localName(local)} answers ${eventText(table, symbol)} otherwise than ${eventText(table, table.asked(image).symbol)}`,
      );
    const { type } = table.eventOf(symbol);
    if (emissions.length > 0 && this.#silentFor(renaming).get(table)?.has(type))
      throw new Asymmetric(
        `parts of one unit start again in the order of their names, and "${table.name}" does something then`,
      );
  }

  #reception(renaming: Renaming, { part, event, term, held, reception }: ReceptionAnswer): void {
    const { plan, receptions, circumstances } = this.#world;
    const image = plan.parts[renaming.to.parts[part]!]!;
    const theirs = receptions.of(
      image,
      renaming.event(event),
      renaming.term(term),
      renaming.held(held),
    );
    const [ours, other] = [reception, theirs].map((one) => receptions.eventOf(one)) as [
      number,
      number,
    ];
    const bound = renaming.bindings(circumstances.bindings(receptions.boundOf(reception)));
    if (
      (ours < 0 ? ours : renaming.event(ours)) !== other ||
      circumstances.binding(bound) !== receptions.boundOf(theirs)
    )
      throw new Asymmetric(
        `"${plan.parts[part]!.part.name}" and "${image.part.name}" accept other terms`,
      );
  }

  #wiring(renaming: Renaming, { part, emission, term, circumstance, code }: WiringAnswer): void {
    const { plan, programs, circumstances } = this.#world;
    const planned = plan.parts[part]!;
    const image = plan.parts[renaming.to.parts[part]!]!;
    const { table } = planned;
    const event = renaming.words.record(table.emissionOf(emission));
    const { held, bound } = circumstances.at(circumstance);
    const under = circumstances.of(
      renaming.held(held),
      circumstances.binding(renaming.bindings(circumstances.bindings(bound))),
    );
    const theirs = programs.of(image, table.emissionFor(event), renaming.term(term), under);
    if (!sameCode(this.#world, renaming, code, theirs))
      throw new Asymmetric(
        planned === image
          ? `"${image.part.name}" does not treat them alike when it comes to ${event.type}`
          : `"${planned.part.name}" and "${image.part.name}" bring about other things by ${event.type}`,
      );
  }

  /** Reads the renamed fact where the parts that were looked at are as their counterparts were. */
  #reading(renaming: Renaming, { fact, looked, reading }: ReadingAnswer): void {
    const { bank, cells } = this.#world;
    const before = new Map<number, number>();
    const image = renaming.fact(fact);
    for (let at = 0; at < looked.length; at += 2) {
      const part = renaming.to.parts[looked[at]!]!;
      const { table } = this.#world.plan.parts[part]!;
      before.set(part, cells[part]!);
      this.#world.put(part, renaming.localsOf(table).at(looked[at + 1]!));
    }
    try {
      const theirs = symbolsOf(bank.read(image, this.#world.fact(image)));
      const ours = symbolsOf(reading);
      const strangers = bank.lookedAt(image).filter((part) => !before.has(part));
      const same =
        strangers.length === 0 &&
        ours.size === theirs.size &&
        [...ours].every(([instance, symbol]) => {
          const { invariant } = bank.instances[instance]!;
          return theirs.get(renaming.instance(instance)) === renaming.symbol(invariant, symbol);
        });
      if (same) return;
      const [one, other] = [fact, image].map((id) => eventName(this.#world.fact(id)));
      throw new Asymmetric(`promises take the facts ${one} and ${other} otherwise`);
    } finally {
      for (const [part, local] of before) this.#world.put(part, local);
    }
  }

  #silentFor(renaming: Renaming): ReadonlyMap<MachineTable, ReadonlySet<string>> {
    let silent = this.#silent.get(renaming);
    if (!silent) {
      const { plan } = this.#world;
      const events = new Map<MachineTable, Set<string>>();
      if ((plan.faults.crash ?? 0) > 0)
        for (const index of renaming.to.mustStartSilently) {
          const { table, part } = plan.parts[index]!;
          events.set(table, (events.get(table) ?? new Set()).add(part.kind.onRestart!));
        }
      this.#silent.set(renaming, (silent = events));
    }
    return silent;
  }
}

/** Tests answers from one on; answers up to where all are tested: what is added meanwhile was asked by the test. */
const testNew = <Answer>(
  answers: readonly Answer[],
  from: number,
  renamings: readonly Renaming[],
  test: (renaming: Renaming, answer: Answer) => void,
): number => {
  const end = answers.length;
  for (let at = from; at < end; at++)
    for (const renaming of renamings) test(renaming, answers[at]!);
  return answers.length;
};

/** What an error of a model's code says about a symmetry: that code was asked what it may never be asked. */
const asymmetryOf = (error: unknown): Error =>
  error instanceof Asymmetric
    ? error
    : new Asymmetric(
        `the counterpart of something that works fails: ${error instanceof Mistake ? error.text.what : String(error)}`,
      );

/** The entry that a renaming makes of one. */
export const imageOf = (renaming: Renaming, table: MachineTable, entry: number): number => {
  const { local, symbol } = table.asked(entry);
  if (local < 0) return entry;
  const event = table.symbolOf(renaming.words.record(table.eventOf(symbol)));
  return table.entry(renaming.localsOf(table).at(local), event);
};

const sameList = (left: ArrayLike<number>, right: ArrayLike<number>): boolean =>
  left.length === right.length && Array.from(left).every((one, at) => one === right[at]);

const sameSet = (left: readonly number[], right: readonly number[]): boolean =>
  left.length === right.length && left.every((one) => right.includes(one));

const eventText = (table: MachineTable, symbol: number): string =>
  JSON.stringify(table.eventOf(symbol));
