import { moveNatures, type World } from "../../world/index.ts";
import type { Walker, WalkWatch } from "../walk.ts";
import { MoveCounts } from "./move-counts.ts";
import { RunPrint } from "./run-print.ts";
import { StatePrint } from "./state-print.ts";

/** By feature: by value, how many runs had it. */
export type Features = Readonly<Record<string, Readonly<Record<number, number>>>>;

/** What is worth keeping from chunk to chunk: what things of a world are called. */
interface Prints {
  readonly states: StatePrint;
  readonly runs: RunPrint;
}

const known = new WeakMap<World, Prints>();

const printsOf = (world: World): Prints => {
  let prints = known.get(world);
  if (!prints)
    known.set(world, (prints = { states: new StatePrint(world), runs: new RunPrint(world) }));
  return prints;
};

const natures = ["choice", "failure", "attack", "byItself"] as const;

/** By kind of move, which of its natures it has. */
const natureAt = Uint8Array.from(moveNatures, (nature) => natures.indexOf(nature));

/** What random walks were like: which moves they made, what they came to, and which were the same. */
export class RunWatch implements WalkWatch {
  readonly moves: MoveCounts;
  readonly #world: World;
  readonly #prints: Prints;
  readonly #states: number[] = [];
  readonly #runs: number[] = [];
  /** By number of moves, and by number of those of each nature, how many runs had so many. */
  readonly #lengths: number[] = [];
  readonly #natures: readonly number[][] = natures.map(() => []);
  readonly #ofRun = new Int32Array(natures.length);

  constructor(world: World) {
    this.#world = world;
    this.#prints = printsOf(world);
    this.moves = new MoveCounts(world);
  }

  look(): void {
    this.#states.push(this.#prints.states.value);
  }

  ended({ moves }: Walker): void {
    this.moves.addRun(moves);
    this.#runs.push(this.#prints.runs.of(moves));
    const { kind, outputs, count } = moves;
    const ofRun = this.#ofRun.fill(0);
    for (let at = 0; at < count; at++) {
      ofRun[natureAt[kind[at]!]!]!++;
      if (outputs[at]! >= 0) ofRun[failure]!++;
    }
    note(this.#lengths, count);
    for (let nature = 0; nature < ofRun.length; nature++)
      note(this.#natures[nature]!, ofRun[nature]!);
  }

  /** Fingerprints of the states that were looked at, in order. */
  get states(): Float64Array {
    return Float64Array.from(this.#states);
  }

  /** Fingerprints of the runs, in order. */
  get runs(): Float64Array {
    return Float64Array.from(this.#runs);
  }

  get features(): Features {
    const { faults, adversary } = this.#world.plan;
    const mayFail = Object.values(faults).some((most) => most > 0);
    return {
      moves: byValue(this.#lengths),
      choices: byValue(this.#natures[choice]!),
      ...(mayFail && { failures: byValue(this.#natures[failure]!) }),
      ...(adversary && { attacks: byValue(this.#natures[attack]!) }),
    };
  }
}

const [choice, failure, attack] = natures.keys() as unknown as [number, number, number];

const note = (runs: number[], value: number): void => {
  while (runs.length <= value) runs.push(0);
  runs[value]!++;
};

const byValue = (runs: readonly number[]): Features[string] =>
  Object.fromEntries([...runs.entries()].filter(([, count]) => count > 0));
