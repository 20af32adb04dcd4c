/** What a function says of small integers, computed when first asked for. */
export class Memo {
  /** How many values have been computed. */
  size = 0;
  #values = new Int32Array(64).fill(-1);
  readonly #compute: (of: number) => number;

  constructor(compute: (of: number) => number) {
    this.#compute = compute;
  }

  at(of: number): number {
    const known = of < this.#values.length ? this.#values[of]! : -1;
    return known >= 0 ? known : this.#find(of);
  }

  #find(of: number): number {
    const value = this.#compute(of);
    this.size++;
    if (of >= this.#values.length) {
      const wider = new Int32Array(Math.max(of + 1, this.#values.length * 2)).fill(-1);
      wider.set(this.#values);
      this.#values = wider;
    }
    return (this.#values[of] = value);
  }
}
