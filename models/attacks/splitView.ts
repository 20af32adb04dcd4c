import {
  anything,
  channel,
  coalition,
  compose,
  part,
  protocol,
  publicKey,
  secret,
  send,
} from "#sealcheck";
import { inTurn } from "./parties/machines.ts";
import { states } from "./words.ts";

const published = publicKey(secret("key that bob has published"));
const madeUp = publicKey(secret("key that bob has never seen"));

/** Answers Ana with Bob's key, or with another, and shows Bob's own to him. */
const directory = part({
  kind: "directory",
  machine: inTurn("directory", ["service.answer", "answers"], ["service.lie", "lies"]),
  intents: { "service.answer": {}, "service.lie": { opens: "capability" } },
  emits: {
    answers: [send(() => answer(published))],
    lies: [send(() => answer(madeUp))],
  },
});

const answer = (carrying: typeof published) => ({
  over: "→ana",
  to: "ana",
  event: { type: "net.key" },
  carrying,
});

/** Takes what the directory says for Bob's key, and may tell an auditor what that was. */
const asker = (audited: boolean) =>
  part<object, never, "key">({
    kind: "asker",
    machine: inTurn("asker", ["net.key", "takes"], ["net.key", "takes"]),
    accepts: { "net.key": () => anything("key", { kinds: ["public"] }) },
    emits: {
      takes: [
        states("keyTaken", ({ bound }) => ({ person: "bob", genuine: bound.key === published })),
        send(({ bound }) =>
          audited
            ? { over: "→auditor", to: "auditor", event: { type: "net.seen" }, carrying: bound.key }
            : undefined,
        ),
      ],
    },
  });

/** Compares what Ana was told with what Bob has published. */
const auditor = part({
  kind: "auditor",
  machine: inTurn("auditor", ["net.seen", "compares"], ["net.seen", "compares"]),
  emits: {
    compares: [
      states("foundOut", ({ carried }) => (carried === published ? undefined : { person: "bob" })),
    ],
  },
});

/** A directory tells Ana one key of Bob's and the world another. That it can is taken for granted; who notices is not. */
export const splitView = (name: string, says: string, audited: boolean) =>
  protocol<object>({
    name,
    says,
    assumptions: ["what Ana tells the auditor arrives", "the auditor knows what Bob has published"],
    compose: () =>
      compose({
        parts: [
          directory.as("directory", { owner: "mallory" }, {}),
          asker(audited).as("ana", { owner: "ana" }, {}),
          auditor.as("auditor", { owner: "auditor" }, {}),
        ],
        channels: [
          channel("→ana", { from: "directory", to: "ana" }),
          channel("→auditor", { from: "ana", to: "auditor" }),
        ],
        coalitions: [
          coalition("mallory", [published, madeUp]),
          coalition("ana"),
          coalition("auditor", [published]),
        ],
      }),
  });
