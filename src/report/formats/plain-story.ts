import type { RunReport, RunTrace } from "../run.ts";
import { storyOf } from "../story.ts";

/** A break as plain text: what was promised, what happened, and how to see it again. */
export const plainStory = (run: RunReport, trace: RunTrace): string => {
  const { says, before, steps, ending } = storyOf(run.promises, trace);
  return [
    says,
    `in ${trace.scenario} under ${trace.protocol}`,
    ...(before.length > 0 ? [`before it: ${before.join("; ")}`] : []),
    ...steps.map(({ number, move, breaks }) => `${breaks ? "✗" : " "} ${number}. ${move}`),
    ...(ending ? [ending] : []),
    `replay: sealcheck replay ${trace.token}`,
  ].join("\n");
};
