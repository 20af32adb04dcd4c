import type { JSX } from "preact";
import type { Histogram } from "../../search/result.ts";
import { text } from "../texts/index.ts";

const wide = 14;
const tall = 70;
const gap = 3;

/** How many runs had how much of something: a column for each value, or for values that lie side by side. */
export const Bars = ({
  title,
  histogram: { width, runs },
}: {
  readonly title: string;
  readonly histogram: Histogram;
}): JSX.Element => {
  const most = Math.max(1, ...runs);
  const across = runs.length * (wide + gap) + 24;
  const rangeAt = (at: number): string =>
    width === 1 ? String(at) : `${at * width}–${(at + 1) * width - 1}`;
  return (
    <figure class="bars-figure">
      <figcaption>{title}</figcaption>
      <svg
        role="img"
        width={across}
        height={tall + 18}
        viewBox={`0 0 ${across} ${tall + 18}`}
        aria-label={`${title}: ${runs
          .map((count, at) => text.coverage.runsWith(rangeAt(at), count))
          .join(", ")}`}
      >
        {runs.map((count, at) => {
          const height = count === 0 ? 0 : Math.max(1.5, (tall * count) / most);
          return (
            <rect key={at} x={at * (wide + gap)} y={tall - height} width={wide} height={height}>
              <title>{text.coverage.runsWith(rangeAt(at), count)}</title>
            </rect>
          );
        })}
        <path class="axis" d={`M0 ${tall + 0.5}H${runs.length * (wide + gap)}`} />
        <text x={0} y={tall + 14}>
          0
        </text>
        {runs.length > 1 && (
          <text x={runs.length * (wide + gap)} y={tall + 14} text-anchor="end">
            {rangeAt(runs.length - 1)}
          </text>
        )}
      </svg>
    </figure>
  );
};
