import {
  adversary,
  anything,
  atom,
  body,
  channel,
  coalition,
  compose,
  fresh,
  learn,
} from "#sealcheck";
import {
  part,
  protocol,
  publicKey,
  remember,
  seal,
  secret,
  send,
  tuple,
  type Term,
} from "#sealcheck";
import { inTurn } from "./parties/machines.ts";
import { states } from "./words.ts";

const people = ["ana", "bob", "mallory"];
const keyOf = (who: string): Term => secret(`key of ${who}`);
const sealedFor = (who: string, ...terms: readonly [Term, ...Term[]]): Term =>
  seal(publicKey(keyOf(who)), tuple(...terms));
const nonce = (from: string, to: string): Term => body(`nonce of ${from} for ${to}`, { from, to });

interface Version {
  /** Whoever answers says in the answer who they are. */
  readonly namesAnswerer: boolean;
}

const initiator = ({ namesAnswerer }: Version) =>
  part<object, "peer" | "na", "nb">({
    kind: "initiator",
    machine: inTurn("initiator", ["user.meet", "asks"], ["net.answer", "closes"]),
    intents: {
      "user.meet": {
        limit: "meetings",
        fields: () => ({ with: ["bob", "mallory"] }),
        carries: fresh(({ owner, it }) => nonce(owner, String(it["with"]))),
      },
    },
    holds: ["peer", "na"],
    accepts: {
      "net.answer": ({ owner, held }) =>
        sealedFor(owner, held.na, anything("nb"), ...(namesAnswerer ? [held.peer] : [])),
    },
    emits: {
      asks: [
        states("sent", ({ owner, carried }) => ({
          message: carried.label,
          from: owner,
          to: String(carried.about["to"]),
        })),
        remember(({ carried }) => ({ peer: atom(String(carried.about["to"])), na: carried })),
        send(({ owner, carried }) => ({
          over: "→bob",
          to: "bob",
          event: { type: "net.ask" },
          carrying: sealedFor(String(carried.about["to"]), carried, atom(owner)),
        })),
      ],
      closes: [
        send(({ held, bound }) => ({
          over: "→bob",
          to: "bob",
          event: { type: "net.close" },
          carrying: sealedFor(held.peer.label, bound.nb),
        })),
      ],
    },
  });

const responder = ({ namesAnswerer }: Version) =>
  part<object, "peer" | "na" | "nb", "peer" | "na">({
    kind: "responder",
    machine: inTurn("responder", ["net.ask", "answers"], ["net.close", "meets"]),
    holds: ["peer", "na", "nb"],
    accepts: {
      "net.ask": ({ owner }) =>
        sealedFor(owner, anything("na"), anything("peer", { kinds: ["atom"] })),
      "net.close": ({ owner, held }) => sealedFor(owner, held.nb),
    },
    emits: {
      answers: [
        remember(({ owner, bound }) => ({ ...bound, nb: nonce(owner, bound.peer.label) })),
        learn(({ owner, bound }) => ({ who: owner, term: nonce(owner, bound.peer.label) })),
        send(({ owner, bound }) => ({
          over: "→ana",
          to: "ana",
          event: { type: "net.answer" },
          carrying: sealedFor(
            bound.peer.label,
            bound.na,
            nonce(owner, bound.peer.label),
            ...(namesAnswerer ? [atom(owner)] : []),
          ),
        })),
      ],
      meets: [
        states("taken", ({ owner, held }) => ({
          message: held.na.label,
          from: held.peer.label,
          to: owner,
        })),
      ],
    },
  });

/**
 * The handshake by public keys: Ana sends a fresh nonce and her name, Bob answers with a nonce of his own, and she sends
 * that back. That either sent the other a nonce is what each takes for granted when they have met.
 */
export const needhamSchroeder = (name: string, version: Version) => {
  return protocol<object>({
    name,
    says: version.namesAnswerer
      ? "The answer says whose it is."
      : "The handshake as it was published.",
    compose: () =>
      compose({
        parts: [
          initiator(version).as("ana", { owner: "ana" }, {}),
          responder(version).as("bob", { owner: "bob" }, {}),
        ],
        channels: [
          channel("→bob", { from: "ana", to: "bob" }),
          channel("→ana", { from: "bob", to: "ana" }),
        ],
        coalitions: people.map((who) =>
          coalition(who, [keyOf(who), ...people.map((each) => publicKey(keyOf(each)))]),
        ),
        adversaries: [
          adversary("insider", {
            says: "Mallory has the network in her hands, and people meet her as well.",
            coalition: "mallory",
            controls: "everything",
            may: ["observe", "inject"],
            effort: { injections: 3 },
          }),
        ],
      }),
  });
};
