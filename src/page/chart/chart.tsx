import type { JSX } from "preact";
import type { ChartLayout, MachineDrawing } from "../../report/scenes.ts";
import { chartType, innerOf } from "../../report/html/chart-graph.ts";
import { words } from "../../report/words.ts";

/** What of a machine is to stand out. */
export interface Lit {
  /** Innermost active states. */
  readonly active: readonly string[];
  /** Transitions that were just taken. */
  readonly fired: readonly string[];
  /** States and transitions that nothing ever came to. */
  readonly unseen: ReadonlySet<string>;
  /** How much each state and transition was used, from 0 to {@link warmest}; not told, if left out. */
  readonly heat?: ReadonlyMap<string, number>;
}

/** The highest degree of use. */
export const warmest = 4;

/** A statechart: states in states, active ones filled, what was just taken thick, what never came up dashed. */
export const Chart = ({
  machine,
  lit,
  title,
}: {
  readonly machine: MachineDrawing;
  readonly lit: Lit;
  readonly title: string;
}): JSX.Element => {
  const { layout } = machine;
  if (!layout) return <StateList machine={machine} lit={lit} title={title} />;
  return (
    <svg
      class="chart"
      role="img"
      aria-label={lit.active.length > 0 ? `${title}: ${lit.active.join(", ")}` : title}
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
    >
      {Object.keys(layout.states).map((name) => (
        <State key={name} name={name} machine={machine} layout={layout} lit={lit} />
      ))}
      {layout.edges.map((edge, at) => (
        <Edge key={at} edge={edge} lit={lit} />
      ))}
    </svg>
  );
};

const isActive = (name: string, { active }: Lit): boolean =>
  active.some((leaf) => leaf === name || leaf.startsWith(`${name}.`));

const State = ({
  name,
  machine: { diagram },
  layout,
  lit,
}: {
  readonly name: string;
  readonly machine: MachineDrawing;
  readonly layout: ChartLayout;
  readonly lit: Lit;
}): JSX.Element => {
  const { x, y, width, height } = layout.states[name]!;
  const state = diagram.states.find((each) => each.name === name);
  const leaf = state !== undefined && !diagram.states.some(({ parent }) => parent === name);
  const inner = innerOf(diagram, name === "" ? undefined : name);
  const fired = linesInside(diagram, name, (each) => lit.fired.includes(each));
  const used = lit.heat && linesInside(diagram, name, (each) => !lit.unseen.has(each));
  const classes = [
    name === "" ? "machine" : leaf ? "leaf" : "group",
    name !== "" && isActive(name, lit) ? "active" : "",
    lit.unseen.has(name) ? "unseen" : "",
    heatOf([name], lit),
    state?.type ?? "",
  ];
  return (
    <g class={`state ${classes.filter(Boolean).join(" ")}`}>
      <rect x={x} y={y} width={width} height={height} rx={name === "" ? 10 : 8} />
      {state?.type === "final" && (
        <rect class="inner" x={x + 3} y={y + 3} width={width - 6} height={height - 6} rx="6" />
      )}
      <text class="title" x={x + width / 2} y={y + 18} text-anchor="middle">
        {name === "" ? diagram.id : words(state?.key ?? name)}
      </text>
      {inner.map((line, at) => (
        <text
          key={line}
          class={`inside ${fired.has(line) ? "fired" : used?.has(line) === false ? "unused" : ""}`}
          x={x + chartType.pad}
          y={y + chartType.head + 10 + at * chartType.leading}
        >
          {line}
        </text>
      ))}
    </g>
  );
};

/** The class for what was used most among these. */
const heatOf = (names: readonly string[], { heat }: Lit): string => {
  const degree = Math.max(0, ...names.map((name) => heat?.get(name) ?? 0));
  return degree > 0 ? `heat-${degree}` : "";
};

/** Some of what a state does without leaving it, as it is written into it. */
const linesInside = (
  diagram: MachineDrawing["diagram"],
  name: string,
  which: (transition: string) => boolean,
): ReadonlySet<string> => {
  const from = name === "" ? undefined : name;
  const transitions = diagram.transitions.filter(
    (each) => each.from === from && each.to.length === 0 && which(each.name),
  );
  return new Set(innerOf({ ...diagram, transitions }, from));
};

const Edge = ({
  edge: { points, label, transitions },
  lit,
}: {
  readonly edge: ChartLayout["edges"][number];
  readonly lit: Lit;
}): JSX.Element | null => {
  const [first, ...rest] = points;
  if (!first) return null;
  const classes = [
    transitions.length === 0 ? "start" : "",
    transitions.some((name) => lit.fired.includes(name)) ? "fired" : "",
    transitions.length > 0 && transitions.every((name) => lit.unseen.has(name)) ? "unseen" : "",
    heatOf(transitions, lit),
  ];
  return (
    <g class={`edge ${classes.filter(Boolean).join(" ")}`}>
      {transitions.length === 0 && <circle cx={first[0]} cy={first[1] - 3} r="4" />}
      <path
        class="shaft"
        d={`M${first.join(" ")}${rest.map((point) => `L${point.join(" ")}`).join("")}`}
      />
      <path class="tip" d={tipOf(points)} />
      {label?.lines.map((line, at) => (
        <text
          key={line}
          x={label.x + label.width / 2}
          y={label.y + 13 + at * 14}
          text-anchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  );
};

/** The arrowhead at the end of a line. */
const tipOf = (points: ChartLayout["edges"][number]["points"]): string => {
  const [x, y] = points.at(-1)!;
  const [fromX, fromY] = points.at(-2) ?? points[0]!;
  const [alongX, alongY] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  return alongX === 0 ? `M${x} ${y}l-4 ${-alongY * 8}h8Z` : `M${x} ${y}l${-alongX * 8} -4v8Z`;
};

/** The same without a drawing. */
const StateList = ({
  machine: { diagram },
  lit,
  title,
}: {
  readonly machine: MachineDrawing;
  readonly lit: Lit;
  readonly title: string;
}): JSX.Element => (
  <ul class="state-list" aria-label={title}>
    {diagram.states.map(({ name, key }) => (
      <li
        key={name}
        class={isActive(name, lit) ? "active" : ""}
        style={{ marginLeft: `${(name.split(".").length - 1) * 16}px` }}
      >
        {words(key)}
      </li>
    ))}
  </ul>
);
