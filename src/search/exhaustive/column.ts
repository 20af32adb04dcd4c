/** Bytes that a shared column may come to. Only what is used is ever taken; the rest is a range of addresses. */
const sharedMost = 2 ** 33;

/** Integers one after the other, with room for more: in memory of one thread, or in memory that two threads share. */
export class Column {
  /** To be read anew after {@link Column.fit}. */
  cells: Int32Array;
  readonly #shared: SharedArrayBuffer | undefined;

  /** A column for one thread, or the one that is in `shared`. */
  constructor(length: number, shared?: SharedArrayBuffer) {
    this.#shared = shared;
    this.cells = shared ? new Int32Array(shared, 0, shared.byteLength / 4) : new Int32Array(length);
  }

  /** Makes room for so many integers. What is shared does not move, and others see the room that one has made. */
  fit(length: number): void {
    if (length <= this.cells.length) return;
    const shared = this.#shared;
    if (!shared) {
      this.cells = doubled(this.cells, length);
      return;
    }
    if (shared.byteLength < length * 4) shared.grow(Math.max(length * 4, shared.byteLength * 2));
    // A view that follows the length by itself would be ten times as slow.
    this.cells = new Int32Array(shared, 0, shared.byteLength / 4);
  }
}

/** Memory for a column that two threads share. */
export const sharedColumn = (length: number): SharedArrayBuffer =>
  new SharedArrayBuffer(length * 4, { maxByteLength: sharedMost });

/** A column that begins with what stands in an array, and goes on in its memory. */
export const columnOf = (cells: Int32Array): Column => {
  const column = new Column(0);
  column.cells = cells;
  return column;
};

/** An array of twice the length, or of `least` if that is more, that begins with the same numbers. */
export const doubled = (array: Int32Array, least = 0): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(Math.max(least, array.length * 2));
  wider.set(array);
  return wider;
};
