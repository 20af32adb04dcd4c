import { adversary, anything, atom, channel, coalition, compose, encrypt, pair } from "#sealcheck";
import { part, protocol, remember, secret, send, tuple, type Term } from "#sealcheck";
import { inTurn } from "./parties/machines.ts";
import { states } from "./words.ts";

const [ofAna, ofBob] = ["ana", "bob"].map((who) => secret(`key of ${who} at the server`)) as [
  Term,
  Term,
];
const sessionKey = (name: "old" | "new"): Term => secret(`${name} session key`);
const [anas, bobs, bobsOlder] = ["Ana's nonce", "Bob's nonce", "Bob's nonce of last year"].map(
  (name) => secret(name),
) as [Term, Term, Term];
const [ana, bob, lessOne] = [atom("ana"), atom("bob"), atom("less one")];
const key = anything("key", { kinds: ["secret"] });

/** What the server has Ana bring to Bob: a key, for whom it is, and where Bob is asked first what he said then. */
const ticket = (asksBob: boolean, of: Term, said: Term): Term =>
  encrypt(ofBob, asksBob ? tuple(of, ana, said) : pair(of, ana));

const initiator = (asksBob: boolean) =>
  part<object, "key", "said" | "key" | "ticket">({
    kind: "initiator",
    machine: inTurn(
      asksBob ? "asking Bob first" : "asking the server",
      ...(asksBob
        ? ([
            ["user.meet", "calls"],
            ["net.said", "asks"],
          ] as const)
        : ([["user.meet", "asks"]] as const)),
      ["net.key", "brings"],
      ["net.challenge", "answers"],
    ),
    intents: { "user.meet": {} },
    holds: ["key"],
    accepts: {
      "net.said": () => anything("said"),
      "net.key": () => encrypt(ofAna, tuple(anas, bob, key, anything("ticket"))),
      "net.challenge": ({ held }) => encrypt(held.key, bobs),
    },
    emits: {
      calls: [send(() => ({ over: "→bob", to: "bob", event: { type: "net.call" } }))],
      asks: [
        send(({ bound }) => ({
          over: "→server",
          to: "server",
          event: { type: "net.ask" },
          carrying: asksBob ? tuple(ana, bob, anas, bound.said) : tuple(ana, bob, anas),
        })),
      ],
      brings: [
        remember(({ bound }) => ({ key: bound.key })),
        states("sent", ({ bound }) => ({ message: bound.key.label, from: "ana", to: "bob" })),
        send(({ bound }) => ({
          over: "→bob",
          to: "bob",
          event: { type: "net.ticket" },
          carrying: bound.ticket,
        })),
      ],
      answers: [
        send(({ held }) => ({
          over: "→bob",
          to: "bob",
          event: { type: "net.answer" },
          carrying: encrypt(held.key, pair(bobs, lessOne)),
        })),
      ],
    },
  });

const responder = (asksBob: boolean) =>
  part<object, "key", "key">({
    kind: "responder",
    machine: inTurn(
      asksBob ? "asked first" : "brought a ticket",
      ...(asksBob ? ([["net.call", "says"]] as const) : []),
      ["net.ticket", "challenges"],
      ["net.answer", "meets"],
    ),
    holds: ["key"],
    accepts: {
      "net.ticket": () => ticket(asksBob, key, bobs),
      "net.answer": ({ held }) => encrypt(held.key, pair(bobs, lessOne)),
    },
    emits: {
      says: [
        send(() => ({
          over: "→ana",
          to: "ana",
          event: { type: "net.said" },
          carrying: encrypt(ofBob, pair(ana, bobs)),
        })),
      ],
      challenges: [
        remember(({ bound }) => ({ key: bound.key })),
        send(({ bound }) => ({
          over: "→ana",
          to: "ana",
          event: { type: "net.challenge" },
          carrying: encrypt(bound.key, bobs),
        })),
      ],
      meets: [states("taken", ({ held }) => ({ message: held.key.label, from: "ana", to: "bob" }))],
    },
  });

const server = (asksBob: boolean) =>
  part<object, never, "nonce" | "said">({
    kind: "server",
    machine: inTurn("server", ["net.ask", "issues"]),
    accepts: {
      "net.ask": () => {
        const nonce = anything("nonce");
        return asksBob
          ? tuple(ana, bob, nonce, encrypt(ofBob, pair(ana, anything("said"))))
          : tuple(ana, bob, nonce);
      },
    },
    emits: {
      issues: [
        send(({ bound }) => {
          const made = sessionKey("new");
          const brought = ticket(asksBob, made, asksBob ? bound.said : bobs);
          return {
            over: "→ana",
            to: "ana",
            event: { type: "net.key" },
            carrying: encrypt(ofAna, tuple(bound.nonce, bob, made, brought)),
          };
        }),
      ],
    },
  });

/**
 * The handshake by shared keys: a server makes Ana and Bob a key, and Ana brings it to him. Bob cannot tell when it was
 * made, unless it says again what he said when she called.
 */
export const oldTicket = (name: string, says: string, asksBob: boolean) =>
  protocol<object>({
    name,
    says,
    assumptions: ["keys of old sessions may have become known, and those of the server have not"],
    compose: () =>
      compose({
        parts: [
          initiator(asksBob).as("ana", { owner: "ana" }, {}),
          responder(asksBob).as("bob", { owner: "bob" }, {}),
          server(asksBob).as("server", { owner: "server" }, {}),
        ],
        channels: [
          channel("→bob", { from: "ana", to: "bob" }),
          channel("→ana", { from: "bob", to: "ana" }),
          channel("→server", { from: "ana", to: "server" }),
        ],
        coalitions: [
          coalition("ana", [ofAna, anas]),
          coalition("bob", [ofBob, bobs]),
          coalition("server", [ofAna, ofBob, sessionKey("new")]),
        ],
        adversaries: [
          adversary("archivist", {
            says: "Mallory has the network in her hands, and knows the key of an old session.",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "replay", "inject"],
            knows: [sessionKey("old"), ticket(asksBob, sessionKey("old"), bobsOlder)],
          }),
        ],
      }),
  });
