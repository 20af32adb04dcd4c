import type { JSX } from "preact";
import {
  better,
  outcomeOf,
  worse,
  type DifferencePage as Difference,
  type ToldChange,
} from "../../report/difference-report.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { text } from "../texts/index.ts";
import { Behaviours } from "./behaviours.tsx";
import { ChatVerdicts } from "./chat-verdicts.tsx";
import { EvidenceDrift } from "./evidence-drift.tsx";
import { Flips } from "./flips.tsx";
import { ScrollingTable } from "./scrolling-table.tsx";
import { WitnessLink } from "./witness-link.tsx";

/** What somebody can newly learn, keep or do under another version, and what has become better. */
export const DifferencePage = ({ report }: { readonly report: Report }): JSX.Element => (
  <Loaded ask={() => report.difference()} inputs={[]}>
    {(difference) => (
      <>
        <Headline difference={difference} />
        <ChatVerdicts difference={difference} />
        <Changes
          title={text.difference.worse(difference.head)}
          tone="bad"
          changes={worse(difference)}
          difference={difference}
        />
        <Flips is="worse" difference={difference} />
        <Changes
          title={text.difference.better(difference.head)}
          tone="good"
          changes={better(difference)}
          difference={difference}
        />
        <Flips is="better" difference={difference} />
        <Behaviours difference={difference} />
        <Flips is="other" difference={difference} />
        <EvidenceDrift difference={difference} />
        <Searched difference={difference} />
      </>
    )}
  </Loaded>
);

const Headline = ({ difference }: { readonly difference: Difference }): JSX.Element => {
  const { base, head, exhaustive, partial } = difference;
  const outcome = outcomeOf(difference);
  return (
    <section class="headline">
      <h1>
        <bdi>{base}</bdi> → <bdi>{head}</bdi>:{" "}
        <span class={outcome === "worse" ? "bad" : partial ? "warn" : "good"}>
          {text.difference.outcome[outcome]}
        </span>
      </h1>
      <p class="lead">{text.difference.says}</p>
      <p class={exhaustive ? "lead" : "lead warn"}>
        {partial
          ? text.difference.partial(partial.done, partial.of, partial.judged)
          : exhaustive
            ? text.difference.exhaustive
            : text.difference.sampled}
      </p>
    </section>
  );
};

const Changes = ({
  title,
  tone,
  changes,
  difference,
}: {
  readonly title: string;
  readonly tone: "bad" | "good";
  readonly changes: readonly ToldChange[];
  readonly difference: Difference;
}): JSX.Element | null => {
  if (changes.length === 0) return null;
  const chats = Map.groupBy(changes, ({ chat }) => chat);
  return (
    <section>
      <h2 class={tone}>{title}</h2>
      {[...chats].map(([chat, group]) => (
        <div key={chat}>
          <h3>{text.difference.chats(chat)}</h3>
          <ScrollingTable
            label={`${title}, ${chat}`}
            kind="changes"
            heads={[
              text.difference.who,
              text.difference.what,
              text.difference.counts,
              text.difference.shown,
            ]}
          >
            {group.toSorted(byWho).map((change) => (
              <Row key={keyOf(change)} change={change} difference={difference} />
            ))}
          </ScrollingTable>
        </div>
      ))}
    </section>
  );
};

const byWho = (left: ToldChange, right: ToldChange): number =>
  left.who === right.who ? 0 : left.who < right.who ? -1 : 1;

const keyOf = ({ is, who, says, before }: ToldChange): string =>
  JSON.stringify([is, who, says, before]);

const Row = ({
  change,
  difference,
}: {
  readonly change: ToldChange;
  readonly difference: Difference;
}): JSX.Element => {
  const { who, says, before, is, sampled } = change;
  const isGained = difference.gained.includes(change);
  return (
    <tr>
      <th scope="row">{who === "" ? text.difference.everybody : <bdi>{words(who)}</bdi>}</th>
      <td class="what">
        <span class="side">{isGained ? text.difference.now : text.difference.noMore}</span>{" "}
        {sentence(says)}
        {before.length > 0 && <small>{text.difference.before(before)}</small>}
      </td>
      <td>{text.difference.polarity[is]}</td>
      <td>
        <WitnessLink of={change} difference={difference} />
        {sampled && <small class="warn">{text.difference.onlySampled}</small>}
      </td>
    </tr>
  );
};

const Searched = ({
  difference: { scenarios, base, head },
}: {
  readonly difference: Difference;
}): JSX.Element => (
  <section class="plain-hides">
    <h2>{text.difference.searched}</h2>
    <ScrollingTable
      label={text.difference.searched}
      kind="reach"
      heads={[text.promise.scenario, text.difference.states(base), text.difference.states(head)]}
    >
      {scenarios.map(({ scenario, protocols, states, closed }) => (
        <tr key={`${scenario} ${protocols.join(" ")}`}>
          <th scope="row">
            <bdi>{scenario}</bdi>
            {(protocols[0] !== base || protocols[1] !== head) && (
              <small>
                <bdi>{protocols[1]}</bdi>
              </small>
            )}
          </th>
          {states.map((count, side) => (
            <td key={side} class={closed[side] ? "" : "warn"}>
              {closed[side] ? text.difference.all(count) : text.difference.some(count)}
            </td>
          ))}
        </tr>
      ))}
    </ScrollingTable>
  </section>
);
