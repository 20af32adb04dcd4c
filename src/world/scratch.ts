/** A list of integers that is emptied and filled over and over without making garbage. */
export class Scratch {
  values: Int32Array = new Int32Array(64);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  push(value: number): void {
    if (this.count === this.values.length) this.#grow();
    this.values[this.count++] = value;
  }

  #grow(): void {
    const wider = new Int32Array(this.values.length * 2);
    wider.set(this.values);
    this.values = wider;
  }
}
