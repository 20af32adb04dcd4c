import { differenceWords } from "./effort-words.ts";
import { table } from "./markdown-table.ts";
import type { RunReport } from "./run.ts";
import { counted, listed } from "./words.ts";

/** What exhaustive searches covered, search by search, and who kept still where only slices were searched. */
export const effortSection = ({ tasks }: RunReport): string[] => {
  const rows = tasks.flatMap(({ scenario, protocol, exhaustion }) =>
    (exhaustion?.passes ?? []).map((pass, at) => [
      scenario,
      protocol,
      faultsIn(pass.faults),
      String(at + 1),
      pass.states.toLocaleString("en"),
      pass.transitions.toLocaleString("en"),
      String(pass.depth),
      pass.complete ? "every state" : `stopped: ${exhaustion!.stopped}`,
    ]),
  );
  if (rows.length === 0) return [];
  return [
    "## How far every state was visited",
    "Each search has the limits of its scenario and the faults shown here; no number of moves bounds it. Who has to be treated fairly when something is to happen in the end: every channel, every timer, the clock, and everybody who was offline and returns; never what people do, and never a fault.",
    table(["Scenario", "Protocol", "Faults", "Search", "States", "Moves", "Depth", ""], rows),
    ...slicesTold({ tasks }),
    ...differences({ tasks }),
    ...jams({ tasks }),
  ];
};

const faultsIn = (faults: Readonly<Record<string, number>>): string =>
  Object.entries(faults)
    .map(([kind, most]) => `${kind} ${most}`)
    .join(", ") || "none";

const slicesTold = ({ tasks }: Pick<RunReport, "tasks">): string[] => {
  const told = tasks.flatMap(({ scenario, protocol, exhaustion }) =>
    (exhaustion?.passes ?? []).flatMap(({ still }, at) =>
      still.length === 0
        ? []
        : [`- ${scenario}, ${protocol}, search ${at + 1}: ${listed(still)} keep still.`],
    ),
  );
  return told.length === 0
    ? []
    : [
        "Only slices were searched there. What holds in them, holds as long as those do not matter who kept still:",
        told.join("\n"),
      ];
};

/** Names that look alike and are told apart, so that none could stand for the other. */
const differences = ({ tasks }: Pick<RunReport, "tasks">): string[] => {
  const told = new Set(
    tasks.flatMap((task) =>
      differenceWords(task).map((words) => `- ${task.scenario}, ${task.protocol}: ${words}.`),
    ),
  );
  return told.size === 0
    ? []
    : [
        "Where names are interchangeable, one state was visited for all. Here they are not:",
        [...told].join("\n"),
      ];
};

const jams = ({ tasks }: Pick<RunReport, "tasks">): string[] => {
  const told = tasks.flatMap(({ scenario, protocol, exhaustion }) => {
    const jammed = (exhaustion?.passes ?? []).reduce((sum, pass) => sum + pass.jammed, 0);
    return jammed === 0
      ? []
      : [
          `- ${scenario}, ${protocol}: ${counted(jammed, "state")} from which nothing goes on, for want of room in a channel.`,
        ];
  });
  return told.length === 0 ? [] : ["Bounded channels stood in the way:", told.join("\n")];
};
