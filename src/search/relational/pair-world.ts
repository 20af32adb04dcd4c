import { FrameTable, nothing, toldApart } from "../../term/index.ts";
import {
  faultSlot,
  MoveKind,
  Sightings,
  type Eyes,
  type Reads,
  type Scenario,
  type World,
} from "../../world/index.ts";
import { compositionOf, freedomOf, setUpFails } from "../task.ts";
import { Choices } from "./choices.ts";
import { Hands, type Held } from "./hands.ts";
import { Links } from "./links.ts";
import {
  actsFor,
  budgetsOf,
  comesBy,
  eyesOf,
  knownAtStart,
  lengthAt,
  roomier,
  secretIntents,
  sideOf,
  unasked,
} from "./one-side.ts";
import { PairMoves } from "./pair-moves.ts";
import { guessesOf } from "./guesses.ts";
import { guessableIn, type Question } from "./question.ts";
import { isGrip, still } from "./side.ts";
import { takePlain } from "./take-plain.ts";
import { twinOf } from "./twins.ts";

/** What comes of a pair of moves. */
export const Came = {
  /** The observer sees the same of both runs. */
  alike: 0,
  /** It tells them apart. */
  apart: 1,
  /** A bound keeps them from being made; nothing has changed. */
  refused: 2,
  /** They cannot be compared within the bounds; nothing has changed. */
  unresolved: 3,
} as const;
export type Came = (typeof Came)[keyof typeof Came];

/** What of the state of a pair stands in neither world; the last two only if there is an adversary. */
export const ownFields = ["view", "gone", "differ", "seen", "frame"] as const;

/** Slots of the right world and what stands in neither are told from slots of the left one by adding these. */
export const rightSlots = 2 ** 24;
export const ownSlots = 2 ** 25;

export interface Own extends Held {
  /** What the observer has made of what it saw: a state of the {@link FrameTable}. */
  view: number;
  /** What has gone wrong: a state of {@link Links}. */
  gone: number;
  /** 1 once the runs differ in the secret. */
  differ: number;
}

/**
 * Two worlds that differ in a secret alone, in lock-step, and what one observer can tell of them. The product of two
 * runs, as self-composition has it (Barthe, D'Argenio and Rezk, CSFW 2004), for what Zdancewic and Myers call
 * observational determinism (CSFW 2003): under one schedule, whatever the secret is, the observer sees the same.
 */
export class PairWorld {
  readonly question: Question;
  readonly left: World;
  readonly right: World;
  readonly moves: PairMoves;
  readonly own: Own = { view: 0, gone: 0, differ: 0, seen: 0, frame: 0 };
  /** Pairs of moves, or of moves and standing still, that the observer saw once the runs differed. */
  tested = 0;
  /** Whether such things are counted. */
  counting = true;
  /** Whether the observer tells the runs apart before anybody has done anything. */
  readonly apartAtOnce: boolean;
  /** Which worlds the last move moved. */
  movedLeft = false;
  movedRight = false;
  readonly #frames: FrameTable;
  readonly #links: Links;
  readonly #secret: Uint8Array;
  readonly #roomOf: readonly number[];
  readonly #choices: readonly [Choices, Choices] | undefined;
  readonly #hands: Hands | undefined;
  /** Whether the observer is the adversary, or of one coalition with them, and knows what they can do. */
  readonly #acts: boolean;
  readonly #start: { readonly left: Int32Array; readonly right: Int32Array; readonly own: Own };
  /** What stood in neither world before the last move. */
  readonly before: Own = { view: 0, gone: 0, differ: 0, seen: 0, frame: 0 };

  /** `faults`: how often each kind may hit each link. */
  constructor(question: Question, faults: Scenario["faults"]) {
    const { task, rule } = question;
    this.question = question;
    const composition = compositionOf(task);
    const freedom = { ...freedomOf(task), still: undefined };
    this.left = sideOf(composition, freedom, faults);
    const twin = twinOf(composition, rule);
    this.right = sideOf(twin, freedom, faults);
    this.left.guesses = guessesOf(question, [composition, twin]);
    this.right.guesses = this.left.guesses;
    this.#roomOf = this.left.plan.channels.map(({ capacity }) => capacity / roomier);
    this.right.reads.join(this.left.reads, rightSlots);
    this.#secret = secretIntents(question, this.left);
    this.#hands = this.left.plan.adversary && new Hands(this.left, this.right, guessableIn(rule));
    this.#acts = actsFor(question, this.left);
    this.#links = new Links(budgetsOf(this.left, faults));
    this.moves = new PairMoves(
      this.left,
      this.right,
      this.#secret,
      this.#hands && {
        hands: this.#hands,
        held: this.own,
        sendsMore: () => this.#spent(MoveKind.inject, 0) >= 0,
      },
    );
    this.#frames = new FrameTable(guessableIn(rule));
    const eyes = eyesOf(question, this.left);
    this.left.deaf = unasked(this.left);
    this.right.deaf = unasked(this.right);
    this.left.sightings = new Sightings(eyes);
    this.right.sightings = new Sightings(eyes);
    this.#choices = rule.traits.includes("choices") ? this.#watchChoices(eyes) : undefined;
    this.apartAtOnce = !this.#setUp(eyes);
    this.#start = { left: this.left.save(), right: this.right.save(), own: { ...this.own } };
  }

  /** Puts both worlds where the scenario's set-up leaves them. */
  begin(): void {
    this.left.begin();
    this.right.begin();
    copy(this.#start.own, this.own);
  }

  /** Lists what may happen next. */
  list(): void {
    this.moves.list();
  }

  /** Makes a pair of moves of the list. What is refused or unresolved leaves everything as it was. */
  apply(pair: number): Came {
    copy(this.own, this.before);
    this.movedLeft = false;
    this.movedRight = false;
    const kind = this.moves.kinds.values[pair]!;
    const came =
      this.moves.times.values[pair] === 0 ? this.#make(pair, kind) : this.#pass(pair, kind);
    if (came === Came.refused || came === Came.unresolved) this.goBack();
    else if (this.#seen() && this.#look("differ") === 1 && this.counting) this.tested++;
    return came;
  }

  /** The same, and notes what it looks at. */
  noting(pair: number): Came {
    let came: Came = Came.refused;
    const make = (): boolean => {
      came = this.apply(pair);
      return true;
    };
    this.left.reads.during(() => this.right.reads.during(make));
    return came;
  }

  /** What the last move that was noted looked at, in both worlds and in neither, in order. */
  get looks(): Reads {
    return this.left.reads;
  }

  #look(field: keyof Own): number {
    this.left.reads.note(ownSlots + ownFields.indexOf(field));
    return this.own[field];
  }

  /** Takes the last pair of moves back. */
  goBack(): void {
    if (this.movedLeft) this.left.goBack();
    if (this.movedRight) this.right.goBack();
    copy(this.before, this.own);
  }

  #make(pair: number, kind: number): Came {
    const { left, right, moves } = this;
    const one = moves.leftOf(pair);
    const other = moves.rightOf(pair);
    const lead = one !== still ? moves.left.moves : moves.right.moves;
    const at = one !== still ? one : other;
    if (!this.#spend(kind, one !== still ? moves.left.placeOf(at) : moves.right.placeOf(at)))
      return Came.refused;
    this.movedLeft = one !== still;
    this.movedRight = other !== still;
    const fits =
      (one === still || this.#move(left, moves.left.moves, one)) &&
      (other === still || this.#move(right, moves.right.moves, other));
    if (one === still) quieten(left);
    if (other === still) quieten(right);
    if (lead.kind[at] === MoveKind.intent) {
      if (!fits || !this.#hasRoom(left) || !this.#hasRoom(right)) return Came.refused;
      this.#differ(one, other);
    } else if (!fits) return Came.unresolved;
    this.#getHold();
    if (one !== still && other !== still) return this.#compare();
    const ahead = one !== still ? "left" : "right";
    if (this.#seen()) return this.#comesLater(ahead) ? Came.unresolved : Came.apart;
    if (this.#acts && isGrip(kind))
      return this.#waitsLater(ahead, at) ? Came.unresolved : Came.apart;
    return this.#sameChoices() ? Came.alike : Came.apart;
  }

  /** What the move brings to the adversary. */
  #getHold(): void {
    if (!this.#hands) return;
    this.#look("seen");
    this.#look("frame");
    this.#hands.note(this.own);
  }

  /** Whether a fault's budget, or the adversary's effort, lets it happen. */
  #spend(kind: number, place: number): boolean {
    if (!this.#links.counts(kind)) return true;
    this.own.gone = this.#spent(kind, place);
    return this.own.gone >= 0;
  }

  #spent(kind: number, place: number): number {
    return this.#links.spend(this.#look("gone"), this.#links.linkOf(kind, place));
  }

  /** What both runs count together is not counted in either world. */
  #move(world: World, { kind, a, b, outputs }: PairMoves["left"]["moves"], at: number): boolean {
    const applied = world.apply(kind[at]!, a[at]!, b[at]!, outputs[at]!);
    const fault = outputs[at]! < 0 ? kind[at]! : MoveKind.crash;
    if (!applied || !this.#links.counts(fault)) return applied;
    const { faults, injected } = world.layout;
    if (fault === MoveKind.replay || fault === MoveKind.inject) world.put(injected, 0);
    // Somebody may be offline while this is not zero.
    else world.put(faults + faultSlot(fault), fault === MoveKind.offline ? 1 : 0);
    return true;
  }

  #pass(pair: number, kind: number): Came {
    const time = this.moves.times.values[pair]!;
    if (!this.#spend(kind, 0)) return Came.refused;
    this.movedLeft = true;
    this.movedRight = true;
    this.left.apply(MoveKind.time, time, 0, -1);
    this.right.apply(MoveKind.time, time, 0, -1);
    return this.#compare();
  }

  /** The room that channels have limits what people do, and nothing else. */
  #hasRoom(world: World): boolean {
    const { channels, coalitions } = world.layout;
    const { values, count } = world.written;
    for (let at = 0; at < count; at += 2) {
      const slot = values[at]!;
      if (slot < channels || slot >= coalitions) continue;
      if (world.lists.length(world.cells[slot]!) > this.#roomOf[slot - channels]!) return false;
    }
    return true;
  }

  #differ(one: number, other: number): void {
    const { left, right } = this.moves;
    const secret =
      one !== still && other !== still
        ? left.moves.b[one] !== right.moves.b[other]
        : one !== still && this.#secret[left.moves.a[one]!] === 1;
    if (secret && this.#look("differ") === 0) this.own.differ = 1;
  }

  /** Whether the observer saw anything of the last move, on either side. */
  #seen(): boolean {
    return this.left.sightings!.seen.count + this.right.sightings!.seen.count > 0;
  }

  /**
   * Whether what the observer has just seen of one run alone comes by itself in the other, too, as soon as that goes
   * on, and when it comes does not matter.
   */
  #comesLater(ahead: "left" | "right"): boolean {
    if (this.question.rule.traits.includes("timing")) return false;
    const behind = ahead === "left" ? "right" : "left";
    const world = this[behind];
    const seen = this.#nameOf(ahead, 0);
    return comesBy(world, () =>
      world.sightings!.seen.count === 0 ? undefined : this.#nameOf(behind, 0) === seen,
    );
  }

  /** The same for a message that the adversary could lay hands on in one run alone. */
  #waitsLater(ahead: "left" | "right", at: number): boolean {
    if (this.question.rule.traits.includes("timing")) return false;
    const { a, b } = this.moves[ahead].moves;
    const world = this[ahead === "left" ? "right" : "left"];
    const slot = world.layout.channels + a[at]!;
    return comesBy(world, () => world.lists.length(world.cells[slot]!) > b[at]! || undefined);
  }

  #compare(): Came {
    const left = this.left.sightings!.seen;
    const right = this.right.sightings!.seen;
    if (left.count !== right.count) return Came.apart;
    const lengths = this.question.rule.traits.includes("lengths");
    for (let at = 0; at < left.count; at += 4) {
      if (this.#nameOf("left", at) !== this.#nameOf("right", at)) return Came.apart;
      if (lengths && lengthAt(this.left, at) !== lengthAt(this.right, at)) return Came.apart;
      const one = left.values[at + 3]!;
      const other = right.values[at + 3]!;
      if (one === nothing.id && other === nothing.id) continue;
      const view = this.#frames.step(this.#look("view"), one, other);
      if (view === toldApart) return Came.apart;
      this.own.view = view;
    }
    return this.#sameChoices() ? Came.alike : Came.apart;
  }

  #nameOf(side: "left" | "right", at: number): number {
    const { values } = this[side].sightings!.seen;
    return this.moves[side].names.sight(values[at]!, values[at + 1]!, values[at + 2]!);
  }

  /** They were the same before the last move, so that only those are compared that it may have changed. */
  #sameChoices(): boolean {
    if (!this.#choices) return true;
    return (
      (!this.movedLeft || this.#sameAfter(this.left)) &&
      (!this.movedRight || this.#sameAfter(this.right))
    );
  }

  #sameAfter({ written: { values, count }, layout }: World): boolean {
    const [left, right] = this.#choices!;
    for (let at = 0; at < count; at += 2) {
      if (values[at]! >= layout.channels) continue;
      for (const choice of left.concernedBy(values[at]!))
        if (left.now(choice) !== right.now(choice)) return false;
    }
    return true;
  }

  #sameChoicesAtFirst(): boolean {
    if (!this.#choices) return true;
    const [left, right] = this.#choices;
    for (let at = 0; at < left.count; at++) if (left.now(at) !== right.now(at)) return false;
    return true;
  }

  #watchChoices({ parts }: Eyes): readonly [Choices, Choices] {
    const own = new Set([...parts].flatMap((is, part) => (is === 1 ? [part] : [])));
    const hidden = (intent: number): boolean => this.#secret[intent] === 1;
    const { names } = this.moves;
    return [
      new Choices(this.left, names, own, hidden),
      new Choices(this.right, names, own, hidden),
    ];
  }

  /** What the observer knows from the start, and the moves before the story: false if that tells the runs apart. */
  #setUp(eyes: Eyes): boolean {
    const { left, right } = this;
    const known = knownAtStart(left, eyes);
    if (this.#acts) known.push(this.#hands!.randomness);
    for (const term of known) this.own.view = this.#frames.step(this.own.view, term.id, term.id);
    let alike = true;
    left.begin();
    right.begin();
    this.#hands?.begin(this.own);
    for (const name of this.question.task.scenario.setUp) {
      for (const world of [left, right])
        if (!takePlain(world, name)) throw setUpFails(this.question.task, name, world);
      this.#hands?.note(this.own);
      alike &&= this.#compare() === Came.alike;
    }
    left.startHere();
    right.startHere();
    return alike && this.#sameChoicesAtFirst();
  }
}

const copy = ({ view, gone, differ, seen, frame }: Own, to: Own): void => {
  to.view = view;
  to.gone = gone;
  to.differ = differ;
  to.seen = seen;
  to.frame = frame;
};

/** Where a run stands still, nothing of its last move counts any more. */
const quieten = ({ sightings, intercepts }: World): void => {
  sightings!.seen.clear();
  intercepts?.clear();
};
