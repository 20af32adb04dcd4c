import type { JSX } from "preact";
import type { CurvePoint } from "../../search/result.ts";
import { text } from "../texts/index.ts";

const wide = 440;
const tall = 150;
/** Room for what stands beside and below the axes. */
const beside = 62;
const below = 26;
const above = 14;

/** States over moves. Of samples, a second line tells how it would go up if each state that was looked at were new. */
export const Curve = ({
  points,
  sampled,
}: {
  readonly points: readonly CurvePoint[];
  readonly sampled: boolean;
}): JSX.Element => {
  const last = points.at(-1);
  if (!last) return <p>{text.coverage.noCurve}</p>;
  const scale = ({ moves }: CurvePoint, states: number): string =>
    `${(beside + (wide * moves) / Math.max(1, last.moves)).toFixed(1)} ${(above + tall - (tall * states) / Math.max(1, last.looked)).toFixed(1)}`;
  const line = (of: (point: CurvePoint) => number): string =>
    `M${beside} ${above + tall}${points.map((point) => `L${scale(point, of(point))}`).join("")}`;
  return (
    <svg
      class="curve"
      role="img"
      aria-label={text.coverage.curveEnds(last.moves, last.looked, last.different)}
      viewBox={`0 0 ${beside + wide + 12} ${above + tall + below}`}
    >
      <path class="axis" d={`M${beside} ${above}V${above + tall}H${beside + wide}`} />
      {sampled && <path class="ideal" d={line(({ looked }) => looked)} />}
      <path class="line" d={line(({ different }) => different)} />
      <text x={beside - 6} y={above + 4} text-anchor="end">
        {last.looked.toLocaleString("en")}
      </text>
      <text x={beside - 6} y={above + tall + 4} text-anchor="end">
        0
      </text>
      <text x={beside + wide} y={above + tall + 18} text-anchor="end">
        {text.coverage.movesAxis(last.moves)}
      </text>
    </svg>
  );
};
