import { Said } from "../promise/index.ts";
import { Scratch } from "./scratch.ts";

/** How often each invariant was put to the test, and which `possible` ones were seen. */
export class Evidence {
  readonly tested: Float64Array;
  readonly witnessed: Uint8Array;
  /** Off while moves are only made again, so that nothing is counted twice. */
  counting = true;
  /** Of how many states the present one stands for all: whatever is counted, counts so often. */
  weight = 1;
  /** `possible` invariants that the last move showed for the first time. */
  readonly newly = new Scratch();
  /** Invariants that the last move put to the test, each as often as it did. */
  readonly testedNow = new Scratch();

  constructor(invariants: number) {
    this.tested = new Float64Array(invariants);
    this.witnessed = new Uint8Array(invariants);
  }

  /** Takes in what a monitor has said. */
  note(invariant: number, answer: number): void {
    if (!this.counting) return;
    if (answer & Said.tested) {
      this.tested[invariant]! += this.weight;
      this.testedNow.push(invariant);
    }
    if (answer & Said.witnessed && this.witnessed[invariant] === 0) {
      this.witnessed[invariant] = 1;
      this.newly.push(invariant);
    }
  }

  /** Moves whose outcome is known put an invariant to the test so many times more. */
  repeat(invariant: number, times: number): void {
    this.tested[invariant]! += times;
  }

  /** What the last move showed stays. */
  settle(): void {
    this.testedNow.clear();
    this.newly.clear();
  }

  /** The last move was never made. */
  takeBack(): void {
    const { values, count } = this.testedNow;
    for (let at = 0; at < count; at++) this.tested[values[at]!]! -= this.weight;
    for (let at = 0; at < this.newly.count; at++) this.witnessed[this.newly.values[at]!] = 0;
    this.settle();
  }

  /** Forgets everything. */
  clear(): void {
    this.tested.fill(0);
    this.witnessed.fill(0);
    this.settle();
  }
}
