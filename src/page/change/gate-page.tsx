import type { JSX } from "preact";
import type { GatePage as Gate, JudgedRule } from "../../report/gate-report.ts";
import type { Report } from "../data/report.ts";
import { Loaded } from "../loaded.tsx";
import { NotFound } from "../pages/not-found.tsx";
import { Mark } from "../signs/mark.tsx";
import { text } from "../texts/index.ts";
import { Acceptances } from "./acceptances.tsx";
import { Unaccepted } from "./unaccepted.tsx";

/** What the gate says: whether it is open, every rule, and every break with who let it through. */
export const GatePage = ({ report }: { readonly report: Report }): JSX.Element =>
  report.gated ? (
    <Loaded ask={() => report.gate()} inputs={[]}>
      {(gate) => (
        <>
          <Headline gate={gate} />
          <section aria-labelledby="rules">
            <h2 id="rules">{text.gate.rules}</h2>
            <ul class="rules">
              {gate.rules.map((rule) => (
                <Rule key={rule.id} rule={rule} />
              ))}
            </ul>
          </section>
          <Unaccepted causes={gate.unaccepted} report={report} />
          <Acceptances gate={gate} report={report} />
        </>
      )}
    </Loaded>
  ) : (
    <NotFound says={text.gate.notAsked} />
  );

const Headline = ({
  gate: { passed, today, rules, unaccepted },
}: {
  readonly gate: Gate;
}): JSX.Element => {
  const shut = rules.filter((rule) => !rule.passed).map(({ id }) => id);
  return (
    <section class="headline">
      <h1>
        {text.gate.theGate}{" "}
        <span class={passed ? "good" : "bad"}>{passed ? text.gate.open : text.gate.shut}</span>{" "}
        <small>{text.gate.asOf(today)}</small>
      </h1>
      <p class="lead">{passed ? text.gate.openSays : text.gate.shutBy(shut)}</p>
      {unaccepted.length > 0 && <p class="lead bad">{text.gate.unaccepted(unaccepted.length)}</p>}
      <p class="quiet">{text.gate.obeys}</p>
    </section>
  );
};

const Rule = ({
  rule: { id, says, todo, passed, wrong, better, noted },
}: {
  readonly rule: JudgedRule;
}): JSX.Element => (
  <li class={passed ? "rule" : "rule bad"}>
    <Mark status={passed ? "held, exhaustively within bounds" : "broken"} />
    <div>
      <p>
        <b>{says}</b>{" "}
        <span class={passed ? "good" : "bad"}>
          {passed ? text.gate.kept : text.gate.notKept(wrong.length)}
        </span>{" "}
        <code>{id}</code>
      </p>
      <Items items={wrong} />
      {!passed && (
        <p class="todo">
          <b>{text.gate.todo}</b> {todo}
        </p>
      )}
      {better.length > 0 && (
        <>
          <p class="good">{text.gate.better}</p>
          <Items items={better} />
        </>
      )}
      {noted.length > 0 && (
        <details>
          <summary>{text.gate.noted(noted.length)}</summary>
          <List items={noted} />
        </details>
      )}
    </div>
  </li>
);

/** So many items stand in sight. */
const itemsMost = 8;

const Items = ({ items }: { readonly items: readonly string[] }): JSX.Element | null => {
  const rest = items.length - itemsMost;
  if (items.length === 0) return null;
  return (
    <>
      <List items={rest > 1 ? items.slice(0, itemsMost) : items} />
      {rest > 1 && (
        <details>
          <summary>{text.gate.more(rest)}</summary>
          <List items={items.slice(itemsMost)} />
        </details>
      )}
    </>
  );
};

const List = ({ items }: { readonly items: readonly string[] }): JSX.Element => (
  <ul class="items">
    {items.map((item, at) => (
      <li key={at}>
        <bdi>{item}</bdi>
      </li>
    ))}
  </ul>
);
