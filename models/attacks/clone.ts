import {
  adversary,
  anything,
  body,
  channel,
  coalition,
  compose,
  dh,
  encrypt,
  fresh,
  kdf,
} from "#sealcheck";
import { atom, learn, part, protocol, secret, send } from "#sealcheck";
import { inTurn } from "./parties/machines.ts";
import { states } from "./words.ts";

const ana = secret("ratchet key of ana");
const next = secret("next ratchet key of bob");
const old = secret("key of their session");
const renewed = kdf(dh(ana, next), atom("next session"));
const forged = body("message that bob never wrote", { from: "mallory", to: "ana" });

const reader = (tolerant: boolean) =>
  part<object, never, "text" | "half">({
    kind: "reader",
    machine: inTurn(
      tolerant ? "tolerant" : "strict",
      ["net.renewal", "noted"],
      ["net.message", "takes"],
      ...(tolerant ? [["net.old", "takes"] as const] : []),
    ),
    accepts: {
      "net.message": () => encrypt(renewed, anything("text", { kinds: ["body"] })),
      "net.old": () => encrypt(old, anything("text", { kinds: ["body"] })),
    },
    emits: {
      noted: [],
      takes: [
        states("taken", ({ owner, bound }) => ({
          message: bound.text.label,
          from: "bob",
          to: owner,
        })),
      ],
    },
  });

const writer = part({
  kind: "writer",
  machine: inTurn("writer", ["user.renew", "renews"], ["user.write", "writes"]),
  intents: {
    "user.renew": {},
    "user.write": {
      limit: "messages",
      carries: fresh(({ owner }) => body("message in the new session", { from: owner, to: "ana" })),
    },
  },
  emits: {
    renews: [
      learn(({ owner }) => ({ who: owner, term: next })),
      send(() => ({
        over: "renewals",
        to: "ana",
        event: { type: "net.renewal" },
        carrying: encrypt(old, dh(next)),
      })),
    ],
    writes: [
      states("sent", ({ owner, carried }) => ({
        message: carried.label,
        from: owner,
        to: "ana",
      })),
      send(({ carried }) => ({
        over: "messages",
        to: "ana",
        event: { type: "net.message" },
        carrying: encrypt(renewed, carried),
      })),
    ],
  },
});

/**
 * Somebody has copied Bob's state, and Bob does not know. He sends a new ratchet key, as he does from time to time, which
 * should lock out whoever has only the copy. A tolerant client still takes what comes in the old session, since messages
 * get lost and phones are restored.
 */
export const clone = (name: string, says: string, tolerant: boolean) => {
  return protocol<object>({
    name,
    says,
    assumptions: ["who has the copy keeps still while the session is renewed"],
    compose: () =>
      compose({
        parts: [
          writer.as("bob", { owner: "bob" }, {}),
          reader(tolerant).as("ana", { owner: "ana" }, {}),
        ],
        channels: [
          channel("renewals", { from: "bob", to: "ana" }),
          channel("messages", { from: "bob", to: "ana" }),
        ],
        coalitions: [
          coalition("ana", [ana, old, dh(next)]),
          coalition("bob", [old, dh(ana)]),
          coalition("mallory", [old, dh(ana), forged]),
        ],
        adversaries: [
          adversary("clone", {
            says: "Mallory has a copy of Bob's phone, as it was before he renewed his key.",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "inject"],
          }),
        ],
      }),
  });
};
