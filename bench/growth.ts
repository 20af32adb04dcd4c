/** How a search stood when it had reached so many states. */
export interface Point {
  readonly states: number;
  /** States per CPU second, from its start. */
  readonly perSecond: number;
  /** Bytes that a state took, with its trace. */
  readonly bytes: number;
}

const width = 720;
const height = 320;
const margin = { left: 64, right: 20, top: 36, bottom: 48 };
const inks = ["#1f6f8b", "#b4532a", "#5b7f2b"];
const panels = [
  { title: "states per CPU second", unit: "k", of: ({ perSecond }: Point) => perSecond / 1000 },
  { title: "bytes a state", unit: "", of: ({ bytes }: Point) => bytes },
] as const;

/** Two panels side by side, number of states from left to right on a logarithmic scale, one line for each search. */
export const growthChart = (searches: Readonly<Record<string, readonly Point[]>>): string => {
  const each = width / panels.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...panels.map((panel, at) => panelOf(panel, searches, at * each, each)),
    ...Object.keys(searches).map(
      (name, at) =>
        `<rect x="${margin.left + at * 220}" y="${height - 16}" width="14" height="4" fill="${inks[at]}"/><text x="${margin.left + 20 + at * 220}" y="${height - 10}" fill="#222222">${name}</text>`,
    ),
    "</svg>\n",
  ].join("\n");
};

const panelOf = (
  { title, unit, of }: (typeof panels)[number],
  searches: Readonly<Record<string, readonly Point[]>>,
  left: number,
  wide: number,
): string => {
  const points = Object.values(searches).flat();
  const decades = [
    Math.floor(Math.log10(Math.min(...points.map(({ states }) => states)))),
    Math.ceil(Math.log10(Math.max(...points.map(({ states }) => states)))),
  ] as const;
  const most = niceAbove(Math.max(...points.map(of)));
  const right = left + wide - margin.right;
  const bottom = height - margin.bottom;
  const x = (states: number): number =>
    left +
    margin.left +
    ((Math.log10(states) - decades[0]) / (decades[1] - decades[0])) * (right - left - margin.left);
  const y = (value: number): number => bottom - (value / most) * (bottom - margin.top);
  const lines = Object.values(searches).map((search, at) => {
    const path = search.map((point) => `${x(point.states).toFixed(1)},${y(of(point)).toFixed(1)}`);
    const dots = search.map(
      (point) =>
        `<circle cx="${x(point.states).toFixed(1)}" cy="${y(of(point)).toFixed(1)}" r="2.5" fill="${inks[at]}"/>`,
    );
    return `<polyline points="${path.join(" ")}" fill="none" stroke="${inks[at]}" stroke-width="2"/>${dots.join("")}`;
  });
  const ticks = [0, most / 2, most].map(
    (value) =>
      `<line x1="${x(10 ** decades[0])}" x2="${right}" y1="${y(value)}" y2="${y(value)}" stroke="#dddddd"/><text x="${x(10 ** decades[0]) - 6}" y="${y(value) + 4}" text-anchor="end" fill="#444444">${value}${unit}</text>`,
  );
  const powers = Array.from({ length: decades[1] - decades[0] + 1 }, (_, at) => decades[0] + at);
  return [
    `<text x="${left + margin.left}" y="20" font-weight="bold" fill="#222222">${title}</text>`,
    ...ticks,
    ...powers.map(
      (power) =>
        `<text x="${x(10 ** power)}" y="${bottom + 16}" text-anchor="middle" fill="#444444">10<tspan dy="-4" font-size="9">${power}</tspan></text>`,
    ),
    ...lines,
  ].join("\n");
};

/** The next larger of 1, 2, 4, 5 or 10 times a power of ten. */
const niceAbove = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= value)!;
};
