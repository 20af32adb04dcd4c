/**
 * A dense table of integers, row by row, -1 where nothing is known. Reading a cell is one look-up; rows and columns must
 * have been made room for.
 */
export class Grid {
  #cells = new Int32Array(16 * 16).fill(-1);
  #width = 16;
  #height = 16;

  get(row: number, column: number): number {
    return this.#cells[row * this.#width + column]!;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.#width + column] = value;
  }

  /** Makes room for so many rows and columns, by doubling, keeping what the grid holds. */
  fit(rows: number, columns: number): void {
    if (rows <= this.#height && columns <= this.#width) return;
    const width = atLeast(this.#width, columns);
    const height = atLeast(this.#height, rows);
    const cells = new Int32Array(width * height).fill(-1);
    for (let row = 0; row < this.#height; row++)
      cells.set(this.#cells.subarray(row * this.#width, (row + 1) * this.#width), row * width);
    this.#cells = cells;
    this.#width = width;
    this.#height = height;
  }
}

const atLeast = (size: number, wanted: number): number =>
  wanted <= size ? size : atLeast(size * 2, wanted);
