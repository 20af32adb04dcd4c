import type { JSX } from "preact";
import type { RunPromise } from "../../report/run.ts";
import { sentence } from "../../report/words.ts";
import { usePlain } from "../settings.ts";
import { text } from "../texts/index.ts";

/** What exactly a sentence is taken to say: for whoever signs it. */
export const Meaning = ({
  promise,
  id,
}: {
  readonly promise: RunPromise;
  readonly id: string;
}): JSX.Element | null => {
  const plain = usePlain();
  const invariant = promise.invariants.find((each) => each.id === id);
  if (!invariant) return null;
  const { reading, rejected } = promise;
  return (
    <section>
      <h2>{text.promise.checked}</h2>
      <p class="lead">{invariant.paragraph}</p>
      <dl class="facts">
        {reading !== undefined && <Entry name={text.promise.reading} says={sentence(reading)} />}
        {rejected !== undefined && <Entry name={text.promise.rejected} says={sentence(rejected)} />}
        {!plain && <Entry name={text.promise.formula} says={invariant.formula} />}
      </dl>
    </section>
  );
};

const Entry = ({ name, says }: { readonly name: string; readonly says: string }): JSX.Element => (
  <div>
    <dt>{name}</dt>
    <dd>{says}</dd>
  </div>
);
