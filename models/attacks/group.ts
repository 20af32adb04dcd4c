import {
  adversary,
  anything,
  atom,
  body,
  channel,
  coalition,
  compose,
  fresh,
  nothing,
} from "#sealcheck";
import { pair, part, protocol, publicKey, remember, seal, secret, send, sign } from "#sealcheck";
import { type Term } from "#sealcheck";
import { inTurn, atAnyTime } from "./parties/machines.ts";
import { states } from "./words.ts";

/** How whoever writes comes to know for whom to encrypt. */
interface Version {
  /** The service is asked each time; otherwise it passes on what it was told, once. */
  readonly asked?: boolean;
  /** Signed by whoever may let others in. */
  readonly signed?: boolean;
  /** The screen shows everybody for whom a message is encrypted. */
  readonly shown?: boolean;
}

const keyOf = (who: string): Term => secret(`key of ${who}`);
const ownerOf = (key: Term): string => key.label.replace("key of ", "");

/** That somebody was let in, or is named: unsigned, or signed by Ana, who may let others in. */
const letIn = ({ signed }: Version, key: Term): Term => {
  const said = pair(atom("encrypt for this one too"), publicKey(key));
  return signed ? sign(keyOf("ana"), said) : said;
};

/** Who waits to be told for whom to encrypt, or goes by what was said before. */
const writing = ({ asked }: Version) =>
  asked
    ? inTurn("asking", ["user.write", "asks"], ["net.letIn", "writes"])
    : atAnyTime("writing", ["user.write", "writes"], ["net.letIn", "notes"]);

const admin = (version: Version) =>
  part({
    kind: "admin",
    machine: inTurn("admin", ["user.letIn", "letsIn"]),
    intents: { "user.letIn": { opens: "grant" } },
    emits: {
      letsIn: [
        states("invited", () => ({ member: "dora" })),
        send(() => ({
          over: "→cem",
          to: "cem",
          event: { type: "net.letIn" },
          carrying: letIn(version, keyOf("dora")),
        })),
      ],
    },
  });

const writer = (version: Version) =>
  part<object, "text" | "other", "other">({
    kind: "writer",
    machine: writing(version),
    intents: {
      "user.write": {
        limit: "messages",
        carries: fresh(({ owner }, count) =>
          body(`message ${count} to the group`, { from: owner, to: "ana bob dora" }),
        ),
      },
    },
    holds: ["text", "other"],
    accepts: { "net.letIn": () => letIn(version, anything("other", { kinds: ["secret"] })) },
    emits: {
      asks: [remember(({ carried }) => ({ text: carried }))],
      notes: [
        remember(({ bound }) => ({ other: publicKey(bound.other) })),
        states("admitted", ({ owner, bound }) => ({ member: ownerOf(bound.other), by: owner })),
      ],
      writes: [
        states("admitted", ({ owner, bound }) =>
          version.asked ? { member: ownerOf(bound.other), by: owner } : undefined,
        ),
        states("shared", ({ owner, held, bound }) =>
          version.asked && version.shown
            ? { message: held.text.label, by: owner, with: ownerOf(bound.other) }
            : undefined,
        ),
        send(({ carried, held, bound }) => {
          const text = version.asked ? held.text : carried;
          const other = version.asked ? publicKey(bound.other) : held.other;
          const copy = seal(publicKey(keyOf("bob")), text);
          return {
            over: "→bob",
            to: "bob",
            event: { type: "net.message" },
            carrying: other === nothing ? copy : pair(copy, seal(other, text)),
          };
        }),
      ],
    },
  });

const reader = part({
  kind: "reader",
  machine: atAnyTime("reader", ["net.message", "reads"]),
  emits: { reads: [] },
});

/**
 * Cem writes for Bob and for one more, whom Ana lets in: Dora, or a new device of Bob's called so. What Cem is told of
 * it comes by way of the service, which is the attacker.
 */
export const group = (name: string, says: string, version: Version) => {
  const people = ["ana", "bob", "cem", "dora", "mallory"];
  const halves = people.map((who) => publicKey(keyOf(who)));
  return protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          admin(version).as("ana", { owner: "ana" }, {}),
          writer(version).as("cem", { owner: "cem" }, {}),
          reader.as("bob", { owner: "bob" }, {}),
        ],
        channels: [
          channel("→cem", { from: "ana", to: "cem" }),
          channel("→bob", { from: "cem", to: "bob" }),
        ],
        coalitions: people.map((who) => coalition(who, [keyOf(who), ...halves])),
        adversaries: [
          adversary("service", {
            says: "The service itself, which carries everything.",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "drop", "replay", "inject"],
            effort: { names: 0 },
          }),
        ],
      }),
  });
};
