import type { JSX } from "preact";
import type { RunPromise, RunTrace } from "../../report/run.ts";
import { storyOf } from "../../report/story.ts";
import { sentence } from "../../report/words.ts";
import { addressOf } from "../route.ts";
import { text } from "../texts/index.ts";
import { TwoRuns } from "../trace/two-runs.tsx";

/** A story as a list of sentences, with the way to its stage. */
export const ShortStory = ({
  trace,
  promises,
}: {
  readonly trace: RunTrace;
  readonly promises: readonly RunPromise[];
}): JSX.Element => {
  const { about, before, steps, ending, columns } = storyOf(promises, trace);
  return (
    <div class="card story-card bad">
      <p class="evidence">
        {text.trace.in(trace.scenario, trace.protocol)}
        {about && `. ${text.trace.about(about)}`}
        {before.length > 0 && ` ${text.trace.before(before.join("; "))}`}
      </p>
      {columns && <TwoRuns columns={columns} />}
      <ol>
        {(columns ? [] : steps).map(({ number, move, facts, breaks }) => (
          <li key={number} class={breaks ? "breaks" : ""}>
            <bdi>{move}</bdi>
            {facts.map((fact) => (
              <span key={fact} class="fact">
                {fact}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {ending && <p class="bad">{ending}</p>}
      {trace.because && <p class="evidence">{text.trace.expected(sentence(trace.because))}</p>}
      <p>
        <a class="button" href={addressOf(["trace", trace.key])}>
          {text.promise.open}
        </a>
      </p>
    </div>
  );
};
