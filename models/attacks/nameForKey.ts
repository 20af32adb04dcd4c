import {
  adversary,
  anything,
  atom,
  body,
  channel,
  coalition,
  compose,
  encrypt,
  fresh,
} from "#sealcheck";
import { pair, part, protocol, remember, secret, send, tuple, type Term } from "#sealcheck";
import { inTurn } from "./parties/machines.ts";
import { states } from "./words.ts";

const [ofAna, ofBob, anas, bobs, sessionKey] = [
  "key of ana at the server",
  "key of bob at the server",
  "Ana's nonce",
  "Bob's nonce",
  "session key",
].map((name) => secret(name)) as [Term, Term, Term, Term, Term];
const run = tuple(atom("run 1"), atom("ana"), atom("bob"));

/** What somebody takes for a key: whatever stands in its place, unless they can tell a key by its looks. */
const keyAs = (tellsKeys: boolean): Term => anything("key", tellsKeys ? { kinds: ["secret"] } : {});

const initiator = (tellsKeys: boolean) =>
  part<object, "text", "key">({
    kind: "initiator",
    machine: inTurn("initiator", ["user.write", "asks"], ["net.key", "writes"]),
    intents: {
      "user.write": {
        limit: "messages",
        carries: fresh((_, count) => body(`message ${count}`, { from: "ana", to: "bob" })),
      },
    },
    holds: ["text"],
    accepts: { "net.key": () => encrypt(ofAna, pair(anas, keyAs(tellsKeys))) },
    emits: {
      asks: [
        remember(({ carried }) => ({ text: carried })),
        states("sent", ({ carried }) => ({ message: carried.label, from: "ana", to: "bob" })),
        send(() => ({
          over: "→bob",
          to: "bob",
          event: { type: "net.ask" },
          carrying: encrypt(ofAna, pair(anas, run)),
        })),
      ],
      writes: [
        send(({ held, bound }) => ({
          over: "→bob",
          to: "bob",
          event: { type: "net.message" },
          carrying: encrypt(bound.key, held.text),
        })),
      ],
    },
  });

const responder = (tellsKeys: boolean) =>
  part<object, "key", "hers" | "key" | "text">({
    kind: "responder",
    machine: inTurn(
      "responder",
      ["net.ask", "passes"],
      ["net.keys", "hands"],
      ["net.message", "reads"],
    ),
    holds: ["key"],
    accepts: {
      "net.ask": () => anything("hers"),
      "net.keys": () => pair(anything("hers"), encrypt(ofBob, pair(bobs, keyAs(tellsKeys)))),
      "net.message": ({ held }) => encrypt(held.key, anything("text", { kinds: ["body"] })),
    },
    emits: {
      passes: [
        send(({ bound }) => ({
          over: "→server",
          to: "server",
          event: { type: "net.ask" },
          carrying: pair(bound.hers, encrypt(ofBob, pair(bobs, run))),
        })),
      ],
      hands: [
        remember(({ bound }) => ({ key: bound.key })),
        send(({ bound }) => ({
          over: "→ana",
          to: "ana",
          event: { type: "net.key" },
          carrying: bound.hers,
        })),
      ],
      reads: [
        states("taken", ({ bound }) => ({ message: bound.text.label, from: "ana", to: "bob" })),
      ],
    },
  });

const server = part<object, never, "hers" | "his">({
  kind: "server",
  machine: inTurn("server", ["net.ask", "issues"]),
  accepts: {
    "net.ask": () =>
      pair(encrypt(ofAna, pair(anything("hers"), run)), encrypt(ofBob, pair(anything("his"), run))),
  },
  emits: {
    issues: [
      send(({ bound }) => ({
        over: "→bob",
        to: "bob",
        event: { type: "net.keys" },
        carrying: pair(
          encrypt(ofAna, pair(bound.hers, sessionKey)),
          encrypt(ofBob, pair(bound.his, sessionKey)),
        ),
      })),
    ],
  },
});

/**
 * Ana and Bob each ask a server for a key, by a message that begins as its answer does: a nonce, and then who is meant,
 * or the key. Sent back to who wrote it, the question is as good as an answer, unless keys can be told from names.
 */
export const nameForKey = (name: string, says: string, tellsKeys: boolean) =>
  protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          initiator(tellsKeys).as("ana", { owner: "ana" }, {}),
          responder(tellsKeys).as("bob", { owner: "bob" }, {}),
          server.as("server", { owner: "server" }, {}),
        ],
        channels: [
          channel("→bob", { from: "ana", to: "bob" }),
          channel("→ana", { from: "bob", to: "ana" }),
          channel("→server", { from: "bob", to: "server" }),
          channel("server→bob", { from: "server", to: "bob" }),
        ],
        coalitions: [
          coalition("ana", [ofAna, anas]),
          coalition("bob", [ofBob, bobs]),
          coalition("server", [ofAna, ofBob, sessionKey]),
        ],
        adversaries: [
          adversary("network", {
            says: "Mallory has the network in her hands.",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "replay", "inject"],
            effort: { injections: 1 },
          }),
        ],
      }),
  });
