import {
  atom,
  body,
  channel,
  coalition,
  compose,
  encrypt,
  fresh,
  keep,
  learn,
  part,
} from "#sealcheck";
import { protocol, secret, send, store, type Term } from "#sealcheck";
import { atAnyTime, inTurn } from "./parties/machines.ts";

/** Who can open the copy: anybody who has it, whoever guesses a password, or nobody but Bob. */
export type Lock = "none" | "password" | "key";

const chat = secret("key of ana and bob");
const locks: Readonly<Record<Lock, Term>> = {
  none: atom("no key at all"),
  password: secret("password of bob"),
  key: secret("64 digits that bob wrote down"),
};

const phone = (lock: Lock) =>
  part({
    kind: "phone",
    machine: atAnyTime("phone", ["net.message", "copies"]),
    emits: {
      copies: [
        send(({ carried }) => ({
          over: "→company",
          to: "company",
          event: { type: "net.copy" },
          carrying: encrypt(locks[lock], carried.parts[1]!),
        })),
      ],
    },
  });

const writer = part({
  kind: "writer",
  machine: atAnyTime("writer", ["user.write", "writes"]),
  intents: {
    "user.write": {
      limit: "messages",
      carries: fresh(({ owner }, count) =>
        body(`message ${count} that is copied`, { from: owner, to: "bob" }),
      ),
    },
  },
  emits: {
    writes: [
      send(({ carried }) => ({
        over: "→bob",
        to: "bob",
        event: { type: "net.message" },
        carrying: encrypt(chat, carried),
      })),
    ],
  },
});

const company = part({
  kind: "company",
  machine: atAnyTime("company", ["net.copy", "stores"]),
  emits: { stores: [keep(({ carried }) => ({ store: "copies", term: carried }))] },
});

const guesser = part({
  kind: "guesser",
  machine: inTurn("guesser", ["thief.guess", "guesses"]),
  intents: { "thief.guess": { opens: "capability" } },
  emits: { guesses: [learn(({ owner }) => ({ who: owner, term: locks.password }))] },
});

/**
 * Bob's phone keeps a copy of what it reads with a company. How likely a password is to be guessed cannot be said here:
 * that Mallory guesses it is a move of hers, and nothing keeps her from it.
 */
export const backup = (name: string, says: string, lock: Lock) => {
  return protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          writer.as("ana", { owner: "ana" }, {}),
          phone(lock).as("bob", { owner: "bob" }, {}),
          company.as("company", { owner: "mallory" }, {}),
          guesser.as("mallory", { owner: "mallory" }, {}),
        ],
        channels: [
          channel("→bob", { from: "ana", to: "bob" }),
          channel("→company", { from: "bob", to: "company" }),
        ],
        coalitions: [
          coalition("ana", [chat]),
          coalition("bob", [chat, locks[lock]]),
          coalition("mallory"),
        ],
        stores: [store("copies", "mallory")],
      }),
  });
};
