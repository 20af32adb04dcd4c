import {
  body,
  disclose,
  encrypt,
  fresh,
  hash,
  keep,
  known,
  learn,
  pair,
  part,
  secret,
  send,
  type Here,
  type Term,
} from "#sealcheck";
import { emit, setup } from "xstate";
import { forDevice, openedBy } from "../keys.ts";
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
}

type Seen = { companion?: boolean; limited?: boolean };
type Event =
  | { type: "user.compose"; kind: Kind; sees: Seen }
  | { type: "user.meet" | "user.forward"; sees: Seen }
  | { type: "user.report" | "net.bundle" | "net.blob" | "device.restarted" }
  | { type: "net.message"; kind: Kind };

/**
 * One device's chat with another person. It fetches the other's keys before the first message, seals a copy for each
 * linked device of theirs, and shows what arrives. Whatever is not text travels as a sealed blob of its own, and its
 * key inside the message.
 */
export const personalConversation = part<PersonalRoles>({
  kind: "personalConversation",
  machine: setup({
    types: { events: {} as Event },
    guards: {
      isText: ({ event }) => event.type === "net.message" && event.kind === "text",
      isOpen: ({ event }) => !("sees" in event && event.sees?.limited),
    },
    actions: {
      requestBundle: emit({ type: "wire.requestBundle" }),
      write: emit(({ event }) => ({ ...written(event), type: "wire.message" })),
      pass: emit(({ event }) => ({ ...written(event), type: "wire.forward" })),
      show: emit({ type: "message.shows" }),
      report: emit({ type: "report.sends" }),
    },
  }).createMachine({
    id: "personalConversation",
    initial: "strangers",
    on: {
      // Whatever is not text can be seen or heard once both its key and its blob are there.
      "net.message": [{ guard: "isText", actions: "show" }, {}],
      "net.blob": {},
      "user.report": { actions: "report" },
    },
    states: {
      strangers: {
        on: {
          "user.meet": { guard: "isOpen", target: "fetching", actions: "requestBundle" },
          "net.bundle": {},
          "device.restarted": {},
        },
      },
      fetching: { on: { "net.bundle": "established", "device.restarted": "strangers" } },
      established: {
        on: {
          "user.compose": { guard: "isOpen", actions: "write" },
          "user.forward": { guard: "isOpen", actions: "pass" },
          "net.bundle": {},
          "device.restarted": {},
        },
      },
    },
  }),
  reads: {
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
    },
    "user.report": {
      carries: known(
        ({ about }, { person, peer }) => about["from"] === peer && about["to"] === person,
      ),
      limit: "reports",
    },
  },
  onRestart: "device.restarted",
  emits: {
    "wire.requestBundle": [
      send(({ device, peer }) => ({
        over: `${device}→directory`,
        to: "directory",
        event: { type: "net.requestBundle", from: device, peer },
      })),
    ],
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
      })),
      send((here) => envelopes(here)),
      states("encryptedFor", (here) => encryptions(here)),
    ],
    "message.shows": [
      states("messageRead", (here) => {
        const text = openedBy(here.device, here.carried);
        return { ...aboutOf(text), message: text.label, on: here.device };
      }),
      keep((here) => ({ store: `log of ${here.name}`, term: openedBy(here.device, here.carried) })),
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

const written = (event: Event) => ({
  kind: event.type === "user.compose" ? event.kind : "text",
  companion: ("sees" in event && event.sees?.companion) ?? false,
});

const recipients = ({ peerPhone, peerCompanion, it }: Here<PersonalRoles>): string[] =>
  it["companion"] && peerCompanion ? [peerPhone, peerCompanion] : [peerPhone];

const encryptions = (here: Here<PersonalRoles>) =>
  recipients(here).map((recipient) => ({ message: here.carried.label, recipient }));

/** The key of whatever is not text, and the sealed blob that it opens. */
const mediaKey = (text: Term): Term => secret(`media key of ${text.label}`);
const blobOf = (text: Term): Term => encrypt(mediaKey(text), text);

const envelopes = (here: Here<PersonalRoles>) =>
  recipients(here).map((device) => ({
    over: `${here.device}→relay`,
    to: `relay/${device}`,
    event: { type: "net.envelope", from: here.person, holds: "message", kind: here.it["kind"]! },
    carrying: forDevice(
      device,
      here.it["kind"] === "text"
        ? here.carried
        : pair(mediaKey(here.carried), hash(blobOf(here.carried))),
    ),
  }));

const blobs = (here: Here<PersonalRoles>) =>
  here.it["kind"] === "text"
    ? []
    : recipients(here).map((device) => ({
        over: `${here.device}→media`,
        to: "media",
        event: { type: "net.upload", from: here.person, for: device },
        carrying: blobOf(here.carried),
      }));
