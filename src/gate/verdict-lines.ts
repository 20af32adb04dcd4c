import {
  listed,
  wrapped,
  type Drift,
  type Flip,
  type Style,
  type VerdictDifference,
} from "../report/index.ts";
import { witnessed } from "./witnessed.ts";

/** How verdicts on promises differ, for a terminal: the worst first, then on what evidence the others stand. */
export const verdictLines = (
  { flips, drifts, narrowed, gone, added }: VerdictDifference,
  style: Style,
): string[] => [
  ...gone.flatMap((what) =>
    wrapped(
      `${what.startsWith("promise ") ? style.fail : style.unsure} ${what} is gone`,
      style.width,
      2,
    ),
  ),
  ...(["worse", "better"] as const).flatMap((is) =>
    flips.filter((flip) => flip.is === is).flatMap((flip) => flipLines(flip, style)),
  ),
  ...otherLines(
    flips.filter(({ is }) => is === "other"),
    style,
  ),
  ...added.flatMap((what) => wrapped(`+ ${what} is new`, style.width, 2)),
  ...drifts.flatMap((drift) => driftLines(drift, style)),
  ...narrowed.flatMap(({ scenario, protocol, ways }) =>
    wrapped(
      `${style.unsure} scenario ${scenario} under ${protocol} goes less far: ${ways.join(", ")}`,
      style.width,
      2,
    ),
  ),
];

/** Those that are neither worse nor better off, such as what can come up now: together, by what has become of them. */
const otherLines = (flips: readonly Flip[], style: Style): string[] =>
  [
    ...Map.groupBy(flips, ({ base, head }) =>
      [
        `${base.verdict} → ${head.verdict}`,
        ...(base.protocol === head.protocol ? [`under ${head.protocol}`] : []),
      ].join(" "),
    ),
  ].flatMap(([turn, those]) =>
    wrapped(`≠ ${turn}: ${listed(those.map(({ invariant }) => invariant))}`, style.width, 2),
  );

const flipLines = (flip: Flip, style: Style): string[] => {
  const { invariant, is, base, head, says, witness } = flip;
  const mark = is === "worse" ? style.fail : style.pass;
  const under = base.protocol === head.protocol ? ` under ${head.protocol}` : "";
  const text = `${mark} ${invariant}${under}: ${base.verdict} → ${head.verdict}. ${says}`;
  return witness
    ? witnessed(text, { ...witness, sampled: false }, style)
    : wrapped(text, style.width, 2);
};

/** Evidence that has become stronger is no reason to look twice. */
const driftLines = ({ invariant, protocol, weaker }: Drift, style: Style): string[] =>
  weaker.length === 0
    ? []
    : wrapped(
        `${style.unsure} ${invariant} under ${protocol}, on weaker evidence: ${weaker.join(", ")}`,
        style.width,
        2,
      );
