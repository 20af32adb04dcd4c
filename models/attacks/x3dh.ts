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
  fresh,
} from "#sealcheck";
import {
  kdf,
  learn,
  nothing,
  pair,
  part,
  protocol,
  publicKey,
  remember,
  secret,
  send,
} from "#sealcheck";
import { sign, tuple, type Ability, type Term } from "#sealcheck";
import { atAnyTime } from "./parties/machines.ts";
import { states } from "./words.ts";

/** What a version of the handshake does beyond the least. */
interface Version {
  /** People have compared identity keys; otherwise a directory's word is taken for them. */
  readonly verified?: boolean;
  /** Bob's bundle has a one-time prekey, and he forgets it when it was used. */
  readonly oneTime?: boolean;
  /** The first message is signed with the writer's identity key. */
  readonly signed?: boolean;
  /** The first message says who writes to whom. */
  readonly named?: boolean;
}

/** Who attacks: what they may do, and what they know. */
interface Attacker {
  readonly name: string;
  readonly says: string;
  readonly may: readonly Ability[];
  readonly knows?: readonly Term[];
}

const identityOf = (who: string): Term => secret(`identity key of ${who}`);
export const prekeyOf = (who: string): Term => secret(`prekey of ${who}`);
const oneTimeOf = (who: string): Term => secret(`one-time prekey of ${who}`);
const ephemeralFor = (text: Term): Term => secret(`ephemeral key for ${text.label}`);
const halves = ["ana", "bob"].flatMap((who) => [dh(identityOf(who)), publicKey(identityOf(who))]);
const mallory = secret("key of mallory");
const forged = body("message that ana never wrote", { from: "mallory", to: "bob" });

/** What both sides make of their keys: `mine` are Ana's, `theirs` are Bob's. */
const sessionKey = (mine: readonly [Term, Term], theirs: readonly [Term, Term, Term?]): Term => {
  const [identity, ephemeral] = mine;
  const [itsIdentity, prekey, oneTime] = theirs;
  const secrets = [
    dh(identity, prekey),
    dh(ephemeral, itsIdentity),
    dh(ephemeral, prekey),
  ] as const;
  return kdf(
    tuple(...secrets, ...(oneTime ? [dh(ephemeral, oneTime)] : [])),
    atom("first message"),
  );
};

const bundle = (identity: Term, prekey: Term, oneTime?: Term): Term =>
  tuple(dh(identity), dh(prekey), ...(oneTime ? [dh(oneTime)] : []));

const isVerified = ({ verified }: Version, peer: Term): boolean =>
  verified === true && peer.label === "bob";

/** A key that is sent along: its public half tells which. */
const someKey = (name: string): Term => anything(name, { kinds: ["secret"] });

const message = (
  { named, signed }: Version,
  keys: { readonly from: Term; readonly ephemeral: Term; readonly session: Term },
  text: Term,
  names: Term,
): Term => {
  const { from, ephemeral, session } = keys;
  const sealed = tuple(dh(from), dh(ephemeral), encrypt(session, named ? pair(names, text) : text));
  return signed ? pair(sealed, sign(from, sealed)) : sealed;
};

const writer = (version: Version) =>
  part<object, "peer" | "text", "identity" | "prekey" | "once">({
    kind: "writer",
    machine: atAnyTime("writer", ["user.write", "begins"], ["net.bundle", "writes"]),
    intents: {
      "user.write": {
        limit: "messages",
        fields: () => ({ to: ["bob", "mallory"] }),
        carries: fresh(({ owner, it }, count) =>
          body(`message ${count} to ${it["to"]}`, { from: owner, to: it["to"]! }),
        ),
      },
    },
    holds: ["peer", "text"],
    accepts: {
      "net.bundle": ({ held }) =>
        held.text === nothing
          ? undefined
          : bundle(
              isVerified(version, held.peer) ? identityOf("bob") : someKey("identity"),
              someKey("prekey"),
              version.oneTime ? someKey("once") : undefined,
            ),
    },
    emits: {
      begins: [
        learn(({ owner, carried }) => ({ who: owner, term: ephemeralFor(carried) })),
        remember(({ carried }) => ({ peer: atom(String(carried.about["to"])), text: carried })),
      ],
      writes: [
        states("sent", ({ owner, held }) => ({
          message: held.text.label,
          from: owner,
          to: held.peer.label,
        })),
        remember(() => ({ text: nothing })),
        send(({ owner, held: { peer, text }, bound }) => {
          const ephemeral = ephemeralFor(text);
          const identity = isVerified(version, peer) ? identityOf("bob") : bound.identity;
          const theirs = [
            identity,
            bound.prekey,
            ...(version.oneTime ? [bound.once] : []),
          ] as const;
          const from = identityOf(owner);
          const session = sessionKey([from, ephemeral], theirs as [Term, Term, Term?]);
          return {
            over: "→bob",
            to: "bob",
            event: { type: "net.message" },
            carrying: message(version, { from, ephemeral, session }, text, pair(atom(owner), peer)),
          };
        }),
      ],
    },
  });

const reader = (version: Version) =>
  part<object, "once", "from" | "ephemeral" | "text">({
    kind: "reader",
    machine: atAnyTime("reader", ["net.message", "takes"], ["user.publish", "publishes"]),
    intents: { "user.publish": { limit: "bundles" } },
    holds: ["once"],
    accepts: {
      "net.message": ({ owner, held }) => {
        const from = version.verified ? identityOf("ana") : someKey("from");
        const ephemeral = someKey("ephemeral");
        const mine = [
          identityOf(owner),
          prekeyOf(owner),
          ...(version.oneTime ? [held.once] : []),
        ] as const;
        const session = sessionKey([from, ephemeral], mine as [Term, Term, Term?]);
        return message(
          version,
          { from, ephemeral, session },
          anything("text", { kinds: ["body"] }),
          pair(atom("ana"), atom(owner)),
        );
      },
    },
    emits: {
      publishes: [
        remember(({ owner }) => ({ once: oneTimeOf(owner) })),
        send(({ owner }) => ({
          over: "→ana",
          to: "ana",
          event: { type: "net.bundle" },
          carrying: bundle(
            identityOf(owner),
            prekeyOf(owner),
            version.oneTime ? oneTimeOf(owner) : undefined,
          ),
        })),
      ],
      takes: [
        remember(() => ({ once: nothing })),
        learn(({ owner, bound }) => ({ who: owner, term: bound.text })),
        states("taken", ({ owner, bound }) => ({
          message: bound.text.label,
          from: "ana",
          to: owner,
        })),
      ],
    },
  });

/**
 * Ana fetches a bundle of keys for Bob or for Mallory from a directory, and writes at once. Bob answers nobody: he
 * takes what he can open. The signature on his prekey is left out: what it is for, the identity key does here as well.
 */
export const x3dh = (
  name: string,
  says: string,
  version: Version,
  { name: attackerName, ...attacker }: Attacker,
) => {
  return protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts: [
          writer(version).as("ana", { owner: "ana" }, {}),
          reader(version).as("bob", { owner: "bob" }, {}),
        ],
        channels: [
          channel("→bob", { from: "ana", to: "bob" }),
          channel("→ana", { from: "bob", to: "ana" }),
        ],
        // Whether the public halves count for anything is another question.
        coalitions: [
          coalition("ana", [identityOf("ana"), ...halves]),
          coalition("bob", [identityOf("bob"), prekeyOf("bob"), oneTimeOf("bob"), ...halves]),
          coalition("mallory", [mallory, forged, ...halves]),
        ],
        adversaries: [
          adversary(attackerName, {
            coalition: "mallory",
            controls: "everything",
            effort: { injections: 2, names: 0 },
            ...attacker,
          }),
        ],
      }),
  });
};
