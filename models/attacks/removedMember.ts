import { body, channel, coalition, compose, encrypt, fresh, pair } from "#sealcheck";
import { part, protocol, publicKey, seal, secret, send, type Term } from "#sealcheck";
import { atAnyTime, inTurn } from "./parties/machines.ts";
import { overhearing } from "./adversaries.ts";

const bob = secret("key of bob");
const senderKey = (time: "first" | "second"): Term => secret(`${time} sender key of ana`);

const speaker = (renews: boolean) =>
  part({
    kind: "speaker",
    machine: inTurn(
      "speaker",
      ["user.write", "writes"],
      ["user.remove", "removes"],
      ["user.writeToTheRest", "writesOn"],
    ),
    intents: {
      "user.write": {
        limit: "messages",
        carries: fresh(({ owner }) => body("message to all", { from: owner, to: "bob mallory" })),
      },
      "user.remove": {},
      "user.writeToTheRest": {
        limit: "messages",
        carries: fresh(({ owner }) => body("message to the rest", { from: owner, to: "bob" })),
      },
    },
    emits: {
      writes: [send(({ carried }) => message(encrypt(senderKey("first"), carried)))],
      removes: [],
      writesOn: [
        send(({ carried }) => {
          const key = senderKey(renews ? "second" : "first");
          const text = encrypt(key, carried);
          return message(renews ? pair(seal(publicKey(bob), key), text) : text);
        }),
      ],
    },
  });

const listener = part({
  kind: "listener",
  machine: atAnyTime("listener", ["net.message", "hears"]),
  emits: { hears: [] },
});

/**
 * Ana writes to a group with her sender key, which she has given to Bob and to Mallory. Then Mallory is removed; whether
 * Ana makes a new key for the others is what this is about.
 */
export const removedMember = (name: string, says: string, renews: boolean) => {
  return protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          speaker(renews).as("ana", { owner: "ana" }, {}),
          listener.as("bob", { owner: "bob" }, {}),
        ],
        channels: [channel("→bob", { from: "ana", to: "bob" })],
        coalitions: [
          coalition("ana", [senderKey("first"), senderKey("second"), publicKey(bob)]),
          coalition("bob", [bob, senderKey("first")]),
          coalition("mallory", [senderKey("first")]),
        ],
        adversaries: [
          overhearing("Mallory was removed from the group, and still hears the network."),
        ],
      }),
  });
};

const message = (carrying: Term) => ({
  over: "→bob",
  to: "bob",
  event: { type: "net.message" },
  carrying,
});
