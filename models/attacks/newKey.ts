import {
  adversary,
  anything,
  body,
  channel,
  coalition,
  compose,
  fresh,
  hash,
  learn,
} from "#sealcheck";
import { nothing, part, protocol, publicKey, remember, seal, secret, send, tell } from "#sealcheck";
import type { Term } from "#sealcheck";
import { atAnyTime, inTurn } from "./parties/machines.ts";

const oldPhone = secret("key of bob's old phone");
const newPhone = secret("key of bob's new phone");
const nobody = secret("key of nobody's phone");

const toBob = (key: Term, text: Term) => ({
  over: "→bob",
  to: "bob",
  event: { type: "net.message" },
  carrying: seal(key, text),
});

/** What waits is encrypted again for a new key: at once, or when the person has compared it with what Bob's phone shows. */
const writing = (blocks: boolean) =>
  blocks
    ? inTurn(
        "blocking",
        ["user.write", "writes"],
        ["net.newKey", "notes"],
        ["numbers.alike", "writesAgain"],
      )
    : inTurn("trusting", ["user.write", "writes"], ["net.newKey", "writesAtOnce"]);

/** Where Ana and Bob hold one phone beside the other; no channel leads there. */
const meeting = part<object, "key">({
  kind: "meeting",
  machine: inTurn(
    "meeting",
    ["number.claimed", "notes"],
    ["user.compare", "asks"],
    ["number.shown", "agrees"],
  ),
  intents: { "user.compare": {} },
  holds: ["key"],
  accepts: { "number.shown": ({ held }) => hash(held.key) },
  emits: {
    notes: [remember(({ carried }) => ({ key: carried }))],
    asks: [tell(() => ({ to: "bob", event: { type: "number.asked" } }))],
    agrees: [tell(() => ({ to: "ana", event: { type: "numbers.alike" } }))],
  },
});

const writer = (blocks: boolean) =>
  part<object, "text" | "key", "key">({
    kind: "writer",
    machine: writing(blocks),
    intents: {
      "user.write": {
        limit: "messages",
        carries: fresh(({ owner }, count) =>
          body(`message ${count} that waits`, { from: owner, to: "bob" }),
        ),
      },
    },
    holds: ["text", "key"],
    accepts: {
      "net.newKey": () => publicKey(anything("key", { kinds: ["secret"] })),
    },
    emits: {
      writes: [
        remember(({ carried }) => ({ text: carried })),
        send(({ carried }) => toBob(publicKey(oldPhone), carried)),
      ],
      notes: [
        remember(({ bound }) => ({ key: publicKey(bound.key) })),
        tell(({ bound }) => ({
          to: "meeting",
          event: { type: "number.claimed" },
          carrying: publicKey(bound.key),
        })),
      ],
      writesAgain: [send(({ held }) => toBob(held.key, held.text))],
      writesAtOnce: [send(({ held, bound }) => toBob(publicKey(bound.key), held.text))],
    },
  });

const reader = part<object, "key">({
  kind: "reader",
  machine: atAnyTime(
    "reader",
    ["user.setUpAnew", "changes"],
    ["number.asked", "shows"],
    ["net.message", "reads"],
  ),
  intents: { "user.setUpAnew": { limit: "phones" } },
  holds: ["key"],
  emits: {
    changes: [
      learn(({ owner }) => ({ who: owner, term: newPhone })),
      remember(() => ({ key: publicKey(newPhone) })),
      send(() => ({
        over: "→ana",
        to: "ana",
        event: { type: "net.newKey" },
        carrying: publicKey(newPhone),
      })),
    ],
    shows: [
      tell(({ held }) => ({
        to: "meeting",
        event: { type: "number.shown" },
        carrying: hash(held.key === nothing ? publicKey(oldPhone) : held.key),
      })),
    ],
    reads: [],
  },
});

/** Ana's message has not arrived yet when Bob sets up a new phone, or when the service says that he has. */
export const newKey = (name: string, says: string, blocks: boolean) =>
  protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          writer(blocks).as("ana", { owner: "ana" }, {}),
          reader.as("bob", { owner: "bob" }, {}),
          meeting.as("meeting", { owner: "ana" }, {}),
        ],
        channels: [
          channel("→bob", { from: "ana", to: "bob" }),
          channel("→ana", { from: "bob", to: "ana" }),
        ],
        coalitions: [
          coalition("ana", [publicKey(oldPhone)]),
          coalition("bob", [oldPhone]),
          coalition("mallory", [nobody]),
        ],
        adversaries: [
          adversary("service", {
            says: "The service holds messages back, and says that Bob has a new phone.",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "drop", "inject"],
            effort: { names: 0 },
          }),
        ],
      }),
  });
