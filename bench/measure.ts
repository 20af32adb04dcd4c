/** How much was done, and what it took. */
export interface Rate {
  /** Things done per second of processor time, all threads of this process counted. */
  readonly perCpu: number;
  /** Things done per second on the clock. */
  readonly perWall: number;
}

/** Something to be measured: does a bit of work and says how many things it did. */
export type Work = () => number;

/** Repeats some work for so many seconds on the clock. */
const measureOnce = (work: Work, seconds: number): Rate => {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  let done = 0;
  let passed = 0;
  while (passed < seconds) {
    done += work();
    passed = (performance.now() - wall) / 1000;
  }
  const { user, system } = process.cpuUsage(cpu);
  return { perCpu: done / ((user + system) / 1e6), perWall: done / passed };
};

export const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!;

/**
 * Measures several kinds of work, each `rounds` times and in turn, so that whatever else the machine does hits all of
 * them alike; the medians. A first round warms up and counts for nothing.
 */
export const compare = <Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds = 5, seconds = 1 }: { rounds?: number; seconds?: number } = {},
): Readonly<Record<Name, Rate>> => {
  const names = Object.keys(works) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, [] as Rate[]])) as unknown as Record<
    Name,
    Rate[]
  >;
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const rate = measureOnce(works[name], seconds);
      if (round >= 0) rates[name].push(rate);
    }
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        perCpu: median(rates[name].map(({ perCpu }) => perCpu)),
        perWall: median(rates[name].map(({ perWall }) => perWall)),
      },
    ]),
  ) as Record<Name, Rate>;
};
