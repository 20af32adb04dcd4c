import type { CurvePoint } from "../result.ts";
import { lookEvery } from "../walk.ts";

/** More points than this tell nobody more. */
const pointsMost = 24;

/** A few points of a curve, its first and its last among them. */
export const thinned = (points: readonly CurvePoint[]): CurvePoint[] => {
  const last = points.length - 1;
  if (last < pointsMost) return [...points];
  const at = Array.from({ length: pointsMost }, (_, step) =>
    Math.round((step * last) / (pointsMost - 1)),
  );
  return at.map((each) => points[each]!);
};

/** How many of the states that one walk after the other looked at were different; pieces in the order of the search. */
export const curveOfStates = (
  pieces: readonly { readonly moves: number; readonly states: Float64Array }[],
): CurvePoint[] => {
  const different = new Set<number>();
  const points: CurvePoint[] = [];
  let before = 0;
  let looked = 0;
  for (const { moves, states } of pieces) {
    for (const [at, state] of states.entries()) {
      different.add(state);
      points.push({
        moves: before + (at + 1) * lookEvery,
        looked: ++looked,
        different: different.size,
      });
    }
    before += moves;
  }
  return thinned(points);
};

/** One curve after the other, as if it were one search. */
export const curveAfterCurve = (curves: readonly (readonly CurvePoint[])[]): CurvePoint[] => {
  const points: CurvePoint[] = [];
  for (const curve of curves) {
    const end = points.at(-1) ?? { moves: 0, looked: 0, different: 0 };
    for (const { moves, looked, different } of curve)
      points.push({
        moves: end.moves + moves,
        looked: end.looked + looked,
        different: end.different + different,
      });
  }
  return thinned(points);
};
