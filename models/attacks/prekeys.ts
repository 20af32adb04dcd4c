import {
  adversary,
  anything,
  atom,
  body,
  channel,
  coalition,
  compose,
  dh,
  encrypt,
} from "#sealcheck";
import { fresh, kdf, learn, pair, part, protocol, remember, secret, send } from "#sealcheck";
import { atAnyTime, inTurn } from "./parties/machines.ts";

const prekey = secret("prekey of bob's phone");
const oneTime = secret("one-time prekey of bob's phone");
const ephemeral = secret("ephemeral key of ana");
const last = kdf(dh(ephemeral, prekey), atom("first message"));
const better = kdf(pair(dh(ephemeral, prekey), dh(ephemeral, oneTime)), atom("first message"));

/** Hands the only one-time prekey to whoever asks first, and has none for whoever comes later. */
const directory = part<object, never, "who">({
  kind: "directory",
  machine: inTurn("directory", ["net.request", "serves"], ["net.request", "regrets"]),
  accepts: { "net.request": () => anything("who", { kinds: ["atom"] }) },
  emits: {
    serves: [
      send(({ bound }) =>
        bound.who === atom("ana")
          ? { over: "→ana", to: "ana", event: { type: "net.prekey" }, carrying: dh(oneTime) }
          : undefined,
      ),
    ],
    regrets: [
      send(({ bound }) =>
        bound.who === atom("ana")
          ? { over: "→ana", to: "ana", event: { type: "net.noPrekey" } }
          : undefined,
      ),
    ],
  },
});

const writer = (insists: boolean) =>
  part<object, "text">({
    kind: "writer",
    machine: atAnyTime(
      "writer",
      ["user.write", "asks"],
      ["net.prekey", "writes"],
      ["net.noPrekey", insists ? "gives up" : "writesAllTheSame"],
    ),
    intents: {
      "user.write": {
        limit: "messages",
        carries: fresh(({ owner }, count) =>
          body(`first message ${count}`, { from: owner, to: "bob" }),
        ),
      },
    },
    holds: ["text"],
    emits: {
      asks: [
        remember(({ carried }) => ({ text: carried })),
        send(() => ({
          over: "→directory",
          to: "directory",
          event: { type: "net.request" },
          carrying: atom("ana"),
        })),
      ],
      writes: [send(({ held }) => toBob(encrypt(better, held.text)))],
      writesAllTheSame: [send(({ held }) => toBob(encrypt(last, held.text)))],
      "gives up": [],
    },
  });

const toBob = (carrying: ReturnType<typeof encrypt>) => ({
  over: "→bob",
  to: "bob",
  event: { type: "net.message" },
  carrying,
});

/** Forgets the one-time prekey with the message that it was used for; whatever else is on the phone can be stolen. */
const phone = part({
  kind: "phone",
  machine: inTurn("phone", ["net.message", "reads"], ["user.loseThePhone", "loses"]),
  intents: { "user.loseThePhone": { opens: "capability" } },
  emits: { reads: [], loses: [learn(() => ({ who: "mallory", term: prekey }))] },
});

/** Ana asks a directory for a one-time prekey of Bob's and writes to him; his phone is stolen when he has read it. */
export const prekeys = (name: string, says: string, insists: boolean) =>
  protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          writer(insists).as("ana", { owner: "ana" }, {}),
          directory.as("directory", { owner: "directory" }, {}),
          phone.as("bob", { owner: "bob" }, {}),
        ],
        channels: [
          channel("→directory", { from: "ana", to: "directory" }),
          channel("→ana", { from: "directory", to: "ana" }),
          channel("→bob", { from: "ana", to: "bob" }),
        ],
        coalitions: [
          coalition("ana", [ephemeral, dh(prekey)]),
          coalition("directory", [dh(oneTime)]),
          coalition("bob", [prekey, oneTime, dh(ephemeral)]),
          coalition("mallory", [dh(ephemeral)]),
        ],
        adversaries: [
          adversary("stranger", {
            says: "Mallory asks the directory for prekeys, hears what is sent to Bob, and steals his phone later.",
            coalition: "mallory",
            controls: ["→directory", "→bob"],
            may: ["observe", "inject"],
            effort: { names: 0, injections: 1 },
          }),
        ],
      }),
  });
