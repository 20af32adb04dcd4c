import { MoveKind, MoveList, type Symmetry, type World } from "../../world/index.ts";
import { MoveCounts } from "../exercise/move-counts.ts";
import type { CurvePoint } from "../result.ts";
import { signatureOf } from "../signature.ts";
import { owing } from "../walk.ts";
import { Overgrown, Places } from "./places.ts";
import { makeMoves, proof, relive } from "./relive.ts";
import { rowIn, statesIn, type Snapshot } from "./snapshot.ts";
import { OwnStates, type States } from "./states.ts";
import { unknown } from "./decisions.ts";
import { TransitionCache } from "./transition-cache.ts";
import type { TreePlan } from "./tree-plan.ts";

/** The first break of a kind: after which state, by which of the moves on offer there (-1: the state is at rest). */
export interface Break {
  readonly instance: number;
  readonly signature: string;
  readonly state: number;
  readonly move: number;
}

/** The same of what a `possible` invariant asks for. */
export interface Witness {
  readonly invariant: number;
  readonly state: number;
  readonly move: number;
}

/** Makes what keeps the states of a search: the start alone, or those that were saved. */
export type Keep = (plan: TreePlan, saved?: OwnStates) => States;

const ownStates: Keep = (plan, saved) => saved ?? new OwnStates(plan);

/** Integers that tell outcomes of moves: enough for most searches, and little beside their states. */
export const usualCaching = 2 ** 22;

/** How an explorer begins. */
export interface Beginning {
  readonly keep?: Keep | undefined;
  /** Lets one state stand for all that differ only by it. */
  readonly symmetry?: Symmetry | undefined;
  /** How many integers may tell outcomes of moves, so that these are not made again; not with a symmetry. */
  readonly caching?: number;
  /** Whether it notes what a snapshot of it needs. */
  readonly noting?: boolean;
  /** States that other explorers of this world have noted as novel. */
  readonly novel?: readonly number[];
  /** Where an explorer of a like world had come to. */
  readonly saved?: Snapshot | undefined;
  /** How many breaks of each kind it notes. */
  readonly breaksMost?: number;
}

/** How far an explorer is; plain data. */
export interface Progress extends Pick<
  Explorer,
  | "breaks"
  | "witnesses"
  | "expanded"
  | "represented"
  | "transitions"
  | "depth"
  | "resting"
  | "jammed"
> {
  readonly deeper: number;
  readonly levels: readonly [number, number];
  readonly curve: readonly CurvePoint[];
  readonly made: readonly (readonly number[])[];
}

/**
 * Visits every state that the world can come to, breadth first, so that whatever shows first shows after the fewest
 * moves. Breaks are judged on moves, not on states: nearly half of the moves that break something lead to states that
 * are known already.
 */
export class Explorer {
  readonly world: World;
  readonly states: States;
  readonly places: Places;
  readonly cache: TransitionCache | undefined;
  /** The first break of each kind, in the order in which they showed. */
  readonly breaks: Break[] = [];
  readonly witnesses: Witness[] = [];
  /** What lets one state stand for several; every count but those of states to visit counts all of them. */
  readonly symmetry: Symmetry | undefined;
  /** States whose moves have all been made. */
  expanded = 0;
  /** States that these stand for. */
  represented = 0;
  /** Moves made, over all states. */
  transitions = 0;
  /** Moves to the state that was reached last. */
  depth = 0;
  /** States in which nothing more happens by itself. */
  resting = 0;
  /** States in which something could happen by itself, were there room in a channel. */
  jammed = 0;
  /** What was expanded, level by level. */
  readonly #curve: CurvePoint[] = [];
  readonly made: MoveCounts;
  readonly #noting: boolean;
  /** States in which something came up for the first time, in order; {@link proof}s among them. Also of explorers before. */
  readonly novel: number[];
  readonly #moves = new MoveList();
  /** Breaks of each kind that were noted, and how many are wanted. */
  readonly #broken = new Map<string, number>();
  readonly #breaksMost: number;
  /** Per instance, whether no more breaks of its kind are wanted. */
  readonly #known: boolean[] = [];
  /** The first state that is one move deeper. */
  #deeper = 1;
  /** How many states the last two levels that are complete have. */
  #levels: readonly [number, number] = [0, 1];

  /** `slots` are those that change, those that belong together side by side. */
  constructor(
    world: World,
    slots: readonly number[],
    {
      keep = ownStates,
      symmetry,
      caching = usualCaching,
      noting = false,
      novel = [],
      saved,
      breaksMost = 1,
    }: Beginning = {},
  ) {
    this.#breaksMost = breaksMost;
    this.world = world;
    this.symmetry = symmetry;
    this.#noting = noting;
    this.novel = [...novel];
    this.made = new MoveCounts(world);
    world.begin();
    this.places = new Places(world, slots, saved && rowIn(saved, "places"));
    // Turning a state takes all of it.
    if (!symmetry && caching > 0) this.cache = new TransitionCache(world, this.places, caching);
    const { plan } = this.places;
    const states = saved && statesIn(saved, plan);
    if (states) relive(world, this.places, states, saved, symmetry);
    world.evidence.clear();
    world.coverage.restart();
    world.blocked = 0;
    if (saved) this.#goOn(saved);
    this.states = keep(plan, states);
  }

  /** Whether every state that was reached has been expanded. */
  get done(): boolean {
    return this.expanded === this.states.size;
  }

  /** All states, once no more are added. */
  get visited(): OwnStates {
    return this.states.settle();
  }

  /** Bytes that states, queue and tables of states take. */
  get bytes(): number {
    return this.states.bytes + (this.cache?.bytes ?? 0);
  }

  /** See {@link snapshotOf}. */
  get progress(): Progress {
    const { breaks, witnesses, expanded, represented, transitions, depth, resting, jammed } = this;
    const counts = { expanded, represented, transitions, depth, resting, jammed };
    const levels = { deeper: this.#deeper, levels: this.#levels, curve: [...this.#curve] };
    return { breaks, witnesses, ...counts, ...levels, made: this.made.rows };
  }

  /**
   * What the number of states may come to: levels that shrink are taken to go on shrinking at the same rate. Undefined
   * while they grow.
   */
  get predicted(): number | undefined {
    const [before, last] = this.#levels;
    const rate = last / before;
    if (!(rate < 1)) return undefined;
    return Math.round(this.#deeper + (last * rate) / (1 - rate));
  }

  /** The states that were expanded over the moves that were made in them, level by level. */
  get curve(): readonly CurvePoint[] {
    return [...this.#curve, this.#standing];
  }

  get #standing(): CurvePoint {
    return { moves: this.transitions, looked: this.represented, different: this.represented };
  }

  /** States that were reached; of those that have not been expanded, only the ones that stand for others count. */
  get reached(): number {
    return this.represented + this.states.size - this.expanded;
  }

  /** Lets the world's evidence and coverage count all moves so far; those that were repeated wait for this. */
  tally(): void {
    this.cache?.tally();
  }

  /** Expands so many states, or all there are; answers whether that was all. */
  advance(most: number): boolean {
    const done = this.#advance(most);
    const before = this.#grown;
    this.symmetry?.test();
    if (this.#grown > before) this.novel.push(proof);
    return done;
  }

  #advance(most: number): boolean {
    for (let count = 0; count < most; count++) {
      if (this.expanded === this.states.size) this.states.flush();
      if (this.expanded === this.states.size) return true;
      if (this.expanded === this.#deeper) {
        this.states.flush();
        this.#levels = [this.#levels[1], this.states.size - this.#deeper];
        this.#deeper = this.states.size;
        this.depth++;
        this.#curve.push(this.#standing);
      }
      if (this.#noting) this.#expandNoting(this.expanded);
      else this.#expand(this.expanded);
      this.expanded++;
    }
    this.states.flush();
    return this.done;
  }

  /** Grows whenever something comes up for the first time, if that is noted. */
  get #grown(): number {
    return this.#noting ? this.world.grown + (this.symmetry?.grown ?? 0) : 0;
  }

  #expandNoting(state: number): void {
    const { world, symmetry } = this;
    const before = this.#grown;
    try {
      this.#expand(state);
    } catch (error) {
      // Somebody else will begin anew: whatever comes up in this state must have come up by then.
      if (error instanceof Overgrown) {
        world.goBack();
        world.uncounted(() => makeMoves(world, symmetry));
      }
      throw error;
    } finally {
      if (this.#grown > before) this.novel.push(state);
    }
  }

  #expand(state: number): void {
    const { world, places, states } = this;
    const moves = this.#moves;
    places.put(states.load(state));
    world.evidence.weight = this.symmetry?.orbit ?? 1;
    this.represented += world.evidence.weight;
    world.offers.list(moves);
    const before = this.transitions;
    let byItself = 0;
    let refused = 0;
    for (let at = 0; at < moves.count; at++) {
      const kind = moves.kind[at]!;
      const calm = happensByItself(kind) && moves.outputs[at]! < 0;
      if (calm) byItself++;
      if (!this.#make(at)) {
        if (calm) refused++;
        continue;
      }
      this.transitions += world.evidence.weight;
      this.made.add(kind, moves.a[at]!, moves.outputs[at]!, world.evidence.weight);
      if (world.violations.length > 0) this.#break(state, at);
      if (world.evidence.newly.count > 0) this.#witness(state, at);
    }
    if (byItself === 0) this.#rest(state);
    else if (byItself === refused && this.transitions === before)
      this.jammed += world.evidence.weight;
  }

  /** Adds what comes of one of the moves on offer; false if it is refused. */
  #make(at: number): boolean {
    const { cache, states } = this;
    const outcome = cache ? cache.find(this.#moves, at, states.values) : unknown;
    if (outcome === unknown) return this.#makeAnew(at);
    if (!cache!.repeat(outcome)) return false;
    states.add(cache!.changesOf(outcome));
    return true;
  }

  #makeAnew(at: number): boolean {
    const { world, places, states } = this;
    const cache = this.cache?.keeps ? this.cache : undefined;
    const moves = this.#moves;
    const apply = (): boolean =>
      world.apply(moves.kind[at]!, moves.a[at]!, moves.b[at]!, moves.outputs[at]!);
    if (!(cache ? world.reads.during(apply) : apply())) {
      cache?.keep(moves, at, states.values, undefined);
      return false;
    }
    this.symmetry?.settle();
    const changes = cache ? states.gather(places.changes()) : places.changes();
    cache?.keep(moves, at, states.values, changes);
    states.add(changes);
    world.goBack();
    return true;
  }

  #break(state: number, move: number): void {
    for (const instance of this.world.violations) this.#note(instance, state, move);
  }

  #rest(state: number): void {
    this.resting += this.world.evidence.weight;
    for (const { instance } of owing(this.world)) this.#note(instance, state, -1);
  }

  #note(instance: number, state: number, move: number): void {
    if (this.#known[instance]) return;
    const signature = signatureOf(this.world, instance);
    const noted = (this.#broken.get(signature) ?? 0) + 1;
    this.#known[instance] = noted >= this.#breaksMost;
    if (noted > this.#breaksMost) return;
    this.#broken.set(signature, noted);
    this.breaks.push({ instance, signature, state, move });
  }

  #witness(state: number, move: number): void {
    const { values, count } = this.world.evidence.newly;
    for (let at = 0; at < count; at++) this.witnesses.push({ invariant: values[at]!, state, move });
  }

  #goOn(saved: Snapshot): void {
    const { world } = this;
    const { words, rows } = saved;
    const { progress } = words;
    const { deeper, levels, breaks, witnesses, curve, made, ...counts } = progress!;
    Object.assign(this, counts);
    this.#deeper = deeper;
    this.#levels = levels;
    this.#curve.push(...curve);
    this.made.restore(made);
    this.breaks.push(...breaks);
    this.witnesses.push(...witnesses);
    for (const { signature } of breaks)
      this.#broken.set(signature, (this.#broken.get(signature) ?? 0) + 1);
    for (const state of rowIn(saved, "novel")) this.novel.push(state);
    world.evidence.tested.set(rows.get("tested")!);
    world.evidence.witnessed.set(rows.get("witnessed")!);
    [world.blocked] = rows.get("blocked") as unknown as [number];
    world.coverage.clear();
    world.coverage.add(rows.get("coverage") as Float64Array);
  }
}

/**
 * Runs a search from the start of a world. Should more slots change than were known, it begins anew with all that have
 * come up, which is as good as if they had been known before.
 */
export const exploring = <T>(
  world: World,
  slots: readonly number[],
  run: (explorer: Explorer) => T,
  beginning: Beginning = {},
): T => {
  const explorer = new Explorer(world, slots, beginning);
  try {
    return run(explorer);
  } catch (error) {
    if (!(error instanceof Overgrown)) throw error;
  } finally {
    explorer.states.close();
  }
  const again = { ...beginning, novel: explorer.novel, saved: undefined };
  return exploring(world, explorer.places.slots, run, again);
};

const byItself = new Set<number>([
  MoveKind.deliver,
  MoveKind.timer,
  MoveKind.time,
  MoveKind.online,
]);

/** Whether a kind of move needs nobody who acts and nothing that fails. */
const happensByItself = (kind: number): boolean => byItself.has(kind);
