import type { JSX } from "preact";
import type { Board } from "../../report/board.ts";
import type { PromiseStanding } from "../../report/scenes.ts";
import { usePlain } from "../settings.ts";
import { Mark } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";

/** What has become of each promise at one moment: broken, owed, or kept so far. */
export const Standings = ({
  board,
  at,
}: {
  readonly board: Board;
  readonly at: number;
}): JSX.Element => {
  const { promises } = board.moments[at]!;
  const before = board.moments[at - 1]?.promises ?? {};
  const ids = Object.keys(promises).toSorted(
    (left, right) => weight(promises[right]!) - weight(promises[left]!) || (left < right ? -1 : 1),
  );
  if (ids.length === 0) return <p class="quiet">{text.inspector.promisesNone}</p>;
  return (
    <ul class="standings">
      {ids.map((id) => {
        const changed = JSON.stringify(before[id]) !== JSON.stringify(promises[id]);
        return (
          <li key={id} class={changed && at > 0 ? "new" : ""}>
            <Standing id={id} standing={promises[id]!} />
          </li>
        );
      })}
    </ul>
  );
};

const weight = ({ broken, owed }: PromiseStanding): number =>
  broken.length > 0 ? 2 : Number(owed.length > 0);

const Standing = ({
  id,
  standing: { tested, broken, owed },
}: {
  readonly id: string;
  readonly standing: PromiseStanding;
}): JSX.Element => {
  const plain = usePlain();
  const status = broken.length > 0 ? "broken" : owed.length > 0 ? "inconclusive" : "held, sampled";
  return (
    <>
      <Mark status={status} size={15} /> <b>{id}</b>{" "}
      {broken.length > 0
        ? broken.map(text.inspector.brokenFor).join("; ")
        : owed.length > 0
          ? owed.map(text.inspector.owedTo).join("; ")
          : text.inspector.kept}
      {!plain && tested > 0 && <small> · {text.inspector.tested(tested)}</small>}
    </>
  );
};
