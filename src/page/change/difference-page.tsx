import type { JSX } from "preact";
import {
  better,
  worse,
  type DifferencePage as Difference,
  type ToldChange,
} from "../../report/difference-report.ts";
import { sentence, words } from "../../report/words.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { text } from "../texts/index.ts";
import { ChatVerdicts } from "./chat-verdicts.tsx";
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
        <Changes
          title={text.difference.better(difference.head)}
          tone="good"
          changes={better(difference)}
          difference={difference}
        />
        <Searched difference={difference} />
      </>
    )}
  </Loaded>
);

const Headline = ({
  difference: { base, head, gained, lost, improvement, exhaustive },
}: {
  readonly difference: Difference;
}): JSX.Element => (
  <section class="headline">
    <h1>
      <bdi>{base}</bdi> → <bdi>{head}</bdi>:{" "}
      <span class={improvement ? "good" : "bad"}>
        {gained.length + lost.length === 0
          ? text.difference.none
          : improvement
            ? text.difference.improvement
            : text.difference.isWorse}
      </span>
    </h1>
    <p class="lead">{text.difference.says}</p>
    <p class={exhaustive ? "lead" : "lead warn"}>
      {exhaustive ? text.difference.exhaustive : text.difference.sampled}
    </p>
  </section>
);

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
          <div class="scrolling" tabIndex={0} role="region" aria-label={`${title}, ${chat}`}>
            <table class="changes">
              <thead>
                <tr>
                  <th scope="col">{text.difference.who}</th>
                  <th scope="col">{text.difference.what}</th>
                  <th scope="col">{text.difference.counts}</th>
                  <th scope="col">{text.difference.shown}</th>
                </tr>
              </thead>
              <tbody>
                {group.toSorted(byWho).map((change) => (
                  <Row key={keyOf(change)} change={change} difference={difference} />
                ))}
              </tbody>
            </table>
          </div>
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
  const place = [...difference.gained, ...difference.lost].indexOf(change);
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
        <WitnessLink witness={difference.witnesses[place]!} at={place} difference={difference} />
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
    <div class="scrolling" tabIndex={0} role="region" aria-label={text.difference.searched}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.promise.scenario}</th>
            <th scope="col">{text.difference.states(base)}</th>
            <th scope="col">{text.difference.states(head)}</th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  </section>
);
