import {
  anything,
  atom,
  body,
  disclose,
  encrypt,
  fresh,
  hash,
  keep,
  known,
  learn,
  nothing,
  pair,
  part,
  publicKey,
  remember,
  seal,
  secret,
  send,
  tell,
  type Here,
  type Term,
} from "#sealcheck";
import { emit, setup } from "xstate";
import { bundleOf, holderOf, keysIn, publicKeyOf, setUpsOf } from "../keys.ts";
import type { Version } from "../version.ts";
import { aboutOf, states, type MessageAbout } from "../vocabulary.ts";

type Kind = MessageAbout["kind"];

export interface PersonalRoles {
  person: string;
  device: string;
  peer: string;
  /** The peer's phone, and a companion if they have one. */
  peerPhone: string;
  peerCompanion: string | undefined;
  /** What can be sent in this chat. */
  kinds: readonly Kind[];
  /** What the device knows of the terms, where that can take this chat away. */
  terms: string | undefined;
  /** The store in which the device keeps its notifications, if it does. */
  notifications: string | undefined;
  version: Version;
}

/**
 * Whether the peer's companion is linked, whether the terms take the chat away, and what the person thinks of the
 * peer's keys; each where there is such.
 */
interface Sees {
  companion?: boolean;
  limited?: boolean;
  keys?: "empty" | "unverified" | "verified" | "alarmed";
}

type Event =
  | { type: "user.compose"; kind: Kind; sees: Sees }
  | { type: "user.meet" | "user.forward"; sees: Sees }
  | { type: "user.report" | "net.blob" }
  | { type: "net.bundle"; setUp: string }
  | { type: "keys.saved" | "keys.changed" | "own.changed" | "device.restarted" }
  | { type: "net.message"; kind: Kind };

/** The peer's keys as the directory told them, and the device's own once it has been set up anew. */
type Holds = "phone" | "companion" | "own";
type Binds = "text";
type PersonalHere = Here<PersonalRoles, Holds, Binds>;

/**
 * One device's chat with another person. It fetches the other's keys before the first message, seals a copy for each
 * linked device of theirs by what it was told is that device's key, and shows what arrives. Whatever is not text
 * travels as a sealed blob of its own, and its key inside the message.
 */
export const personalConversation = part<PersonalRoles, Holds, Binds>({
  kind: "personalConversation",
  machine: setup({
    types: {
      context: {} as { blocks: boolean },
      input: {} as { blocks: boolean },
      events: {} as Event,
    },
    guards: {
      mayWrite: ({ context, event }) => {
        const { keys, limited } = seenIn(event);
        return !limited && (context.blocks ? keys === "verified" : keys !== "alarmed");
      },
      isText: ({ event }) => event.type === "net.message" && event.kind === "text",
      isOpen: ({ event }) => !seenIn(event).limited,
    },
    actions: {
      requestBundle: emit({ type: "wire.requestBundle" }),
      save: emit(({ event }) => ({
        type: "keys.save",
        setUp: event.type === "net.bundle" ? event.setUp : "",
      })),
      replace: emit({ type: "keys.replace" }),
      takeOwn: emit({ type: "own.note" }),
      write: emit(({ event }) => ({ ...written(event), type: "wire.message" })),
      pass: emit(({ event }) => ({ ...written(event), type: "wire.forward" })),
      show: emit({ type: "message.shows" }),
      report: emit({ type: "report.sends" }),
    },
  }).createMachine({
    id: "personalConversation",
    context: ({ input }) => input,
    initial: "strangers",
    on: {
      // Whatever is not text can be seen or heard once both its key and its blob are there.
      "net.message": [{ guard: "isText", actions: "show" }, {}],
      "net.blob": {},
      "user.report": { actions: "report" },
      "own.changed": { actions: "takeOwn" },
    },
    states: {
      strangers: {
        on: {
          "user.meet": { guard: "isOpen", target: "fetching", actions: "requestBundle" },
          "net.bundle": {},
          "device.restarted": {},
        },
      },
      fetching: {
        on: {
          "net.bundle": { target: "saving", actions: "save" },
          "device.restarted": "strangers",
        },
      },
      // A device that fails before the keys are saved has none.
      saving: { on: { "keys.saved": "established", "device.restarted": "strangers" } },
      established: {
        on: {
          "user.compose": { guard: "mayWrite", actions: "write" },
          "user.forward": { guard: "mayWrite", actions: "pass" },
          "keys.changed": { actions: "replace" },
          "net.bundle": {},
          "device.restarted": {},
        },
      },
    },
  }),
  input: ({ version }) => ({ blocks: version.keyChecks.includes("blocking") }),
  reads: {
    keys: {
      of: ({ version, name }) => (version.keyChecks.length > 0 ? `${name} keys` : undefined),
      as: ({ value }) => value as string,
      on: ["user.compose", "user.forward"],
    },
    companion: {
      of: ({ peerCompanion }) => peerCompanion && `${peerCompanion}/linking`,
      as: (linking) => linking.is("linked"),
      on: ["user.compose", "user.forward"],
    },
    limited: {
      of: ({ terms }) => terms,
      as: (terms) => terms.is("limited"),
      on: ["user.meet", "user.compose", "user.forward"],
    },
  },
  intents: {
    "user.meet": {},
    "user.compose": {
      fields: ({ kinds }) => ({ kind: kinds }),
      carries: fresh(({ person, device, peer, it }, count) =>
        body(`${device} → ${peer} ${count}${it["kind"] === "text" ? "" : ` (${it["kind"]})`}`, {
          chat: "personal",
          from: person,
          to: peer,
          business: "nobody",
          device,
          kind: it["kind"] as Kind,
        }),
      ),
      limit: "messages",
    },
    "user.forward": {
      carries: known(
        ({ about }, { peer }) =>
          about["kind"] === "text" && about["to"] !== peer && about["from"] !== peer,
      ),
      limit: "shares",
      opens: "grant",
    },
    "user.report": {
      carries: known(
        ({ about }, { person, peer }) => about["from"] === peer && about["to"] === person,
      ),
      limit: "reports",
      opens: "grant",
    },
  },
  holds: ["phone", "companion", "own"],
  accepts: {
    "net.bundle": {
      fields: ({ version }) => ({ setUp: setUpsOf(version) }),
      term: (here) => bundlePattern(here),
    },
    "net.message": {
      fields: ({ kinds }) => ({ kind: kinds }),
      term: ({ device, held, it }) =>
        seal(
          held.own === nothing ? publicKeyOf(device) : publicKey(held.own),
          it["kind"] === "text"
            ? anything("text", { kinds: ["body"] })
            : pair(anything("key"), anything("digest")),
        ),
    },
  },
  onRestart: "device.restarted",
  emits: {
    "wire.requestBundle": [
      send(({ device, peer }) => ({
        over: `${device}→directory`,
        to: `directory/${peer}`,
        event: { type: "net.requestBundle", from: device },
      })),
    ],
    "keys.save": [
      remember(({ carried }) => keysIn(carried)),
      tell(({ name }) => ({ to: name, event: { type: "keys.saved" } })),
      tell(({ name, version, it }) =>
        version.keyChecks.length > 0
          ? {
              to: `${name} keys`,
              event: { type: "keys.arrived", setUp: it["setUp"]! },
            }
          : undefined,
      ),
      states("keysTaken", (here) => taken(here)),
    ],
    "keys.replace": [
      remember(({ carried }) => keysIn(carried)),
      states("keysTaken", (here) => taken(here)),
    ],
    "own.note": [remember(({ carried }) => ({ own: carried }))],
    "wire.message": [
      learn(({ person, carried, it }) =>
        it["kind"] === "text" ? undefined : { who: person, term: mediaKey(carried) },
      ),
      send((here) => envelopes(here)),
      send((here) => blobs(here)),
      states("encryptedFor", (here) => encryptions(here)),
      states("messageSent", ({ carried }) => ({ ...aboutOf(carried), message: carried.label })),
      keep(({ name, carried }) => ({ store: `log of ${name}`, term: carried })),
    ],
    "wire.forward": [
      states("shared", ({ person, peer, carried }) => ({
        message: carried.label,
        by: person,
        with: peer,
        how: "passed on",
      })),
      send((here) => envelopes(here)),
      states("encryptedFor", (here) => encryptions(here)),
    ],
    "message.shows": [
      states("messageRead", ({ device, bound: { text } }) => ({
        ...aboutOf(text),
        message: text.label,
        on: device,
      })),
      keep(({ name, bound }) => ({ store: `log of ${name}`, term: bound.text })),
      keep(({ notifications, version, bound }) =>
        notifications === undefined
          ? undefined
          : {
              store: notifications,
              term: version.notifies === "text" ? bound.text : atom("somebody has written"),
            },
      ),
    ],
    "report.sends": [
      states("reportConsented", ({ person }) => ({ person })),
      disclose(({ name, carried }) => ({
        store: `log of ${name}`,
        to: "service",
        last: 5,
        upTo: carried,
      })),
    ],
  },
});

const seenIn = (event: Event): Sees => ("sees" in event && event.sees) || {};

const written = (event: Event) => ({
  kind: event.type === "user.compose" ? event.kind : "text",
  companion: seenIn(event).companion ?? false,
});

/** A bundle of public keys, whoever's they are. */
const bundlePattern = ({ version, peerCompanion }: PersonalRoles): Term =>
  bundleOf(version, anything("phone"), peerCompanion ? anything("companion") : undefined);

/** Whose keys a device takes for the peer's. */
const taken = (here: PersonalHere) => {
  const { version, device, peer, peerPhone, peerCompanion } = here;
  const { phone, companion } = keysIn(here.carried);
  const genuine =
    holderOf(phone) === peerPhone && (!companion || holderOf(companion) === peerCompanion);
  return { device, peer, genuine, audited: version.keyChecks.includes("audits") };
};

/** The devices that a message goes to, each with the key that it is sealed by. */
const recipients = ({ peerPhone, peerCompanion, held, it }: PersonalHere) => [
  { device: peerPhone, key: held.phone },
  ...(it["companion"] && peerCompanion ? [{ device: peerCompanion, key: held.companion }] : []),
];

const encryptions = (here: PersonalHere) =>
  recipients(here).map(({ device, key }) => ({
    message: here.carried.label,
    kind: here.it["kind"] as Kind,
    recipient: holderOf(key),
    addressed: device,
    device: here.device,
    peer: here.peer,
  }));

/** The key of whatever is not text, and the sealed blob that it opens. */
const mediaKey = (text: Term): Term => secret(`media key of ${text.label}`);
const blobOf = (text: Term): Term => encrypt(mediaKey(text), text);

const envelopes = (here: PersonalHere) =>
  recipients(here).map(({ device, key }) => ({
    over: `${here.device}→relay`,
    to: `relay/${device}`,
    event: { type: "net.envelope", from: here.person, holds: "message", kind: here.it["kind"]! },
    carrying: seal(
      key,
      here.it["kind"] === "text"
        ? here.carried
        : pair(mediaKey(here.carried), hash(blobOf(here.carried))),
    ),
  }));

const blobs = (here: PersonalHere) =>
  here.it["kind"] === "text"
    ? []
    : recipients(here).map(({ device }) => ({
        over: `${here.device}→media`,
        to: "media",
        event: { type: "net.upload", from: here.person, for: device },
        carrying: blobOf(here.carried),
      }));
