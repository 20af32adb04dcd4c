import { Mistake } from "../../mistake.ts";
import type { MachineTable } from "../../machine/index.ts";
import { nothing, termById } from "../../term/index.ts";
import type {
  Answers,
  FreshAnswer,
  KnownAnswer,
  LookAnswer,
  ReadingAnswer,
  WiringAnswer,
} from "../answers.ts";
import { standing } from "../effects.ts";
import { byKey } from "../plan.ts";
import { Op } from "../programs.ts";
import type { World } from "../world.ts";
import { Asymmetric } from "./asymmetric.ts";
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
    looks: 0,
    readings: 0,
    together: 0,
  };
  readonly #entriesDone: number[];
  /** Tables and events by which parts start again that must do so silently, by renaming. */
  readonly #silent = new Map<Renaming, ReadonlyMap<MachineTable, ReadonlySet<string>>>();
  /** Facts that are stated at once, in an order that some renaming turns round. */
  readonly #turned = new Map<string, readonly [number, number]>();
  #testing = false;

  constructor(world: World) {
    this.#world = world;
    this.#tables = [...new Set(world.plan.parts.map(({ table }) => table))];
    this.#entriesDone = this.#tables.map(() => 0);
  }

  /** Tests all that is new since last time. Throws an {@link Asymmetric} that says what is told apart. */
  test(renamings: readonly Renaming[]): void {
    if (this.#testing) return;
    this.#testing = true;
    try {
      const { readings, together } = this.#done;
      // Whoever makes bodies comes first, so that their images are there when others name them.
      this.#answers("fresh", renamings, (renaming, one) => this.#fresh(renaming, one));
      this.#answers("wiring", renamings, (renaming, one) => this.#wiring(renaming, one));
      this.#answers("known", renamings, (renaming, one) => this.#known(renaming, one));
      this.#answers("looks", renamings, (renaming, one) => this.#look(renaming, one));
      this.#entries(renamings);
      this.#answers("readings", renamings, (renaming, one) => this.#reading(renaming, one));
      this.#answers("together", renamings, (renaming, one) => this.#noteTurned(renaming, one));
      if (readings < this.#done.readings || together < this.#done.together)
        this.#turnedMustNotMatter();
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
    const answers = this.#world.answers[kind];
    const end = answers.length;
    for (let at = this.#done[kind]; at < end; at++)
      for (const renaming of renamings) test(renaming, answers[at]!);
    // What was added meanwhile was asked by this test.
    this.#done[kind] = answers.length;
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

  #wiring(renaming: Renaming, { part, emission, term, code }: WiringAnswer): void {
    const { plan, programs } = this.#world;
    const planned = plan.parts[part]!;
    const image = plan.parts[renaming.to.parts[part]!]!;
    const { table } = planned;
    const event = renaming.words.record(table.emissionOf(emission));
    const theirs = programs.of(image, table.emissionFor(event), renaming.term(term));
    if (!this.#sameCode(renaming, code, theirs))
      throw new Asymmetric(
        planned === image
          ? `"${image.part.name}" does not treat them alike when it comes to ${event.type}`
          : `"${planned.part.name}" and "${image.part.name}" bring about other things by ${event.type}`,
      );
  }

  #sameCode(renaming: Renaming, ours: readonly number[], theirs: readonly number[]): boolean {
    if (ours.length !== theirs.length) return false;
    const renamed = instructionsOf(ours).map((one) => this.#renamed(renaming, one));
    const [left, right] = [renamed, instructionsOf(theirs)].map((code) => this.#inOrder(code)) as [
      Instruction[],
      Instruction[],
    ];
    return left.every(([op, a, b], at) => {
      const [op2, a2, b2] = right[at]!;
      const same = op === Op.disclose ? this.#sameDisclosure(renaming, a, a2) : a === a2;
      return op === op2 && same && b === b2;
    });
  }

  /** The renamed instruction; which disclosure it asks for is left to {@link #sameDisclosure}. */
  #renamed(renaming: Renaming, [op, a, b]: Instruction): Instruction {
    const { to } = renaming;
    switch (op) {
      case Op.send:
        return [op, to.channels[a]!, renaming.item(b)];
      case Op.tell:
        return [op, renaming.item(a), b];
      case Op.learn:
        return [op, to.coalitions[a]!, renaming.term(b)];
      case Op.keep:
      case Op.erase:
        return [op, to.stores[a]!, renaming.term(b)];
      case Op.purge:
        return [op, to.stores[a]!, b];
      case Op.disclose:
        return [op, a, b];
      default:
        return [op, renaming.fact(a), b];
    }
  }

  #sameDisclosure(renaming: Renaming, ours: number, theirs: number): boolean {
    const { disclosures } = this.#world.programs;
    const { store, to, last, upTo } = disclosures[ours]!;
    const other = disclosures[theirs]!;
    return (
      renaming.to.stores[store] === other.store &&
      renaming.to.coalitions[to] === other.to &&
      last === other.last &&
      renaming.term(upTo?.id ?? nothing.id) === (other.upTo?.id ?? nothing.id)
    );
  }

  /**
   * Messages that one after the other go out over channels that nobody watches, by channel: in which order they are
   * sent makes no difference, and whoever writes to all of a person's devices must choose one.
   */
  #inOrder(code: readonly Instruction[]): Instruction[] {
    const { channels } = this.#world.plan;
    const unseen = ([op, channel]: Instruction): boolean =>
      op === Op.send && channels[channel]!.seenBy.length === 0;
    const ordered: Instruction[] = [];
    let run: Instruction[] = [];
    const endRun = (): void => {
      ordered.push(...run.toSorted(([, left], [, right]) => left - right));
      run = [];
    };
    for (const one of code)
      if (unseen(one)) run.push(one);
      else {
        endRun();
        ordered.push(one);
      }
    endRun();
    return ordered;
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
      const [one, other] = [fact, image].map((id) => told(this.#world.fact(id)));
      throw new Asymmetric(`promises take the facts ${one} and ${other} otherwise`);
    } finally {
      for (const [part, local] of before) this.#world.put(part, local);
    }
  }

  /**
   * Messages that become readable all at once are told in the order of their labels. Notes those whose images come in
   * another order.
   */
  #noteTurned(renaming: Renaming, facts: readonly number[]): void {
    const label = (fact: number): string => String(this.#world.fact(fact)["message"]);
    for (const [at, first] of facts.entries())
      for (const second of facts.slice(at + 1))
        if (label(renaming.fact(first)) > label(renaming.fact(second)))
          this.#turned.set(`${first} ${second}`, [first, second]);
  }

  /** No promise may care about the order of facts that come in another order elsewhere. */
  #turnedMustNotMatter(): void {
    if (this.#turned.size === 0) return;
    const heard = this.#heard();
    for (const pair of this.#turned.values()) {
      const [ours, theirs] = pair.map((fact) => heard.get(fact) ?? new Map()) as [Heard, Heard];
      for (const [instance, symbols] of ours)
        if (symbols.union(theirs.get(instance) ?? symbols).size > 1)
          throw new Asymmetric(
            `${pair.map((fact) => told(this.#world.fact(fact))).join(" and ")} become so at once, and a promise asks which came first`,
          );
    }
  }

  /** What each fact has ever said to which monitor instance. */
  #heard(): ReadonlyMap<number, Heard> {
    const heard = new Map<number, Heard>();
    for (const { fact, reading } of this.#world.answers.readings) {
      const theirs = heard.get(fact) ?? new Map<number, Set<number>>();
      for (const [instance, symbol] of symbolsOf(reading))
        theirs.set(instance, (theirs.get(instance) ?? new Set()).add(symbol));
      heard.set(fact, theirs);
    }
    return heard;
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

/** Per instance, the symbols it was given. */
type Heard = Map<number, Set<number>>;

/** An operation and its two operands. */
type Instruction = readonly [op: number, a: number, b: number];

const instructionsOf = (code: readonly number[]): Instruction[] =>
  Array.from({ length: code.length / 3 }, (_, at) => [
    code[3 * at]!,
    code[3 * at + 1]!,
    code[3 * at + 2]!,
  ]);

/** What an error of a model's code says about a symmetry: that code was asked what it may never be asked. */
const asymmetryOf = (error: unknown): Error =>
  error instanceof Asymmetric
    ? error
    : new Asymmetric(
        `the counterpart of something that works fails: ${error instanceof Mistake ? error.text.what : String(error)}`,
      );

const symbolsOf = (reading: readonly number[]): Map<number, number> => {
  const symbols = new Map<number, number>();
  for (let at = 0; at < reading.length; at += 2) symbols.set(reading[at]!, reading[at + 1]!);
  return symbols;
};

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

const told = ({ type, ...fields }: { readonly type: string }): string =>
  [type, ...byKey(fields).map(([field, value]) => `${field}=${String(value)}`)].join(" ");

const eventText = (table: MachineTable, symbol: number): string =>
  JSON.stringify(table.eventOf(symbol));
