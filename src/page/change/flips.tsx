import type { JSX } from "preact";
import type { DifferencePage } from "../../report/difference-report.ts";
import type { Flip } from "../../report/verdict-difference.ts";
import { sentence } from "../../report/words.ts";
import { Verdict } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";
import { ScrollingTable } from "./scrolling-table.tsx";
import { WitnessLink } from "./witness-link.tsx";

/** Promises whose verdict is another one, each with a story that breaks it, if one does. */
export const Flips = ({
  is,
  difference,
}: {
  readonly is: Flip["is"];
  readonly difference: DifferencePage;
}): JSX.Element | null => {
  const flips = (difference.promises?.flips ?? []).filter((flip) => flip.is === is);
  if (flips.length === 0) return null;
  const { base, head } = difference;
  const { promise, turn, shown } = text.difference;
  const title = text.difference.flips[is];
  return (
    <section>
      <h2 class={tones[is]}>{title}</h2>
      <ScrollingTable
        label={title}
        kind="changes flips"
        heads={[promise, turn(base), turn(head), ...(is === "other" ? [] : [shown])]}
      >
        {flips.map((flip) => (
          <Row key={`${flip.invariant} ${flip.head.protocol}`} {...{ flip, difference }} />
        ))}
      </ScrollingTable>
    </section>
  );
};

const tones = { worse: "bad", better: "good", other: "" } as const;

const Row = ({
  flip,
  difference,
}: {
  readonly flip: Flip;
  readonly difference: DifferencePage;
}): JSX.Element => {
  const { invariant, says, is, base, head } = flip;
  const named = head.protocol === difference.head;
  return (
    <tr>
      <td class="what">
        <b class="id">
          <bdi>{invariant}</bdi>
        </b>{" "}
        {!named && (
          <small>
            <bdi>{text.promise.under(head.protocol)}</bdi>
          </small>
        )}
        <span class="sentence">{sentence(says)}</span>
      </td>
      <td data-label={text.difference.turn(difference.base)}>
        <Verdict status={base.verdict} />
      </td>
      <td data-label={text.difference.turn(difference.head)}>
        <Verdict status={head.verdict} />
      </td>
      {is !== "other" && (
        <td>
          <WitnessLink of={flip} difference={difference} />
        </td>
      )}
    </tr>
  );
};
