import { anything, body, fresh, known, part, send, tell, type Here } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { forBusiness, forDevice } from "../keys.ts";
import { opensAt, type Version } from "../version.ts";
import { aboutOf, states, type NoticeClass } from "../vocabulary.ts";

export interface ConversationRoles {
  person: string;
  device: string;
  business: string;
  starts: Mode;
  version: Version;
  /** Whether this client was written before there was any hosting. */
  outdated: boolean;
  /** The same chat on the person's other devices. */
  siblings: readonly string[];
  /** Everybody whom a notice of the class "vendor" names. */
  companies: readonly string[];
}

interface Context {
  shows: Version["shows"];
  /** What the device takes the business's mode to be, and since which change. */
  believed: Mode;
  stamp: number;
  /** The notice last shown, and the one the person has acknowledged. */
  shown: NoticeClass | "nothing";
  told: NoticeClass;
  /** Whether the next notice may repeat one that the device failed to show. */
  again: boolean;
  /** Whether the client can show that a chat is hosted; where the version asks first, it refuses what it cannot show. */
  outdated: boolean;
  asksFirst: boolean;
  announcesSync: boolean;
  onlyNewer: boolean;
}

type Profile = { mode: Mode | "changing"; stamp: number };
type Event =
  | { type: "user.open" | "app.sync"; sees: Profile }
  | ({ type: "net.receipt" } & Profile)
  | { type: "user.acknowledge" | "user.leave" | "user.compose" | "user.forward" }
  | { type: "net.bounce" | "net.message" | "device.restarted" }
  | { type: "sibling.acknowledged"; class: NoticeClass };

/** The notice for a mode; a client that never heard of hosting shows such a chat like any other. */
const noticeOf = ({ shows, outdated }: Context, mode: Mode): NoticeClass =>
  outdated && opensAt(mode, "host") ? "none" : shows[mode];

const noticeFor = (context: Context): NoticeClass => noticeOf(context, context.believed);

const profileIn = (event: Event): Profile | undefined =>
  "sees" in event ? event.sees : "mode" in event ? event : undefined;

const isNews = ({ stamp, believed, onlyNewer }: Context, event: Event): boolean => {
  const profile = profileIn(event);
  if (!profile || profile.mode === "changing") return false;
  return onlyNewer ? profile.stamp > stamp : profile.stamp !== stamp || profile.mode !== believed;
};

const changesNotice = (context: Context, event: Event): boolean =>
  isNews(context, event) &&
  noticeOf(context, profileIn(event)!.mode as Mode) !== noticeFor(context);

/** What a delivery receipt teaches: a changed mode is announced, after the fact. */
const receipt = [
  { guard: "changesNotice", actions: ["learn", "render", "remember"] },
  { guard: "isNews", actions: "learn" },
  {},
] as const;

/** Nobody knows whether a notice was on the screen before the device failed. */
const restarted = [
  { guard: "startsOver", target: "closed", actions: "forget" },
  { target: "closed" },
] as const;

/** What a fetched profile teaches; not every version tells the person. */
const sync = [
  { guard: "announcesChange", actions: ["learn", "render", "remember"] },
  { guard: "isNews", actions: "learn" },
] as const;

/**
 * One device's chat with one business. Before the person can write, the device shows the notice that belongs to the
 * mode it believes in; what it believes may be out of date.
 */
export const businessConversation = part<ConversationRoles, never, "text">({
  kind: "businessConversation",
  machine: setup({
    types: {
      context: {} as Context,
      input: {} as { version: Version; starts: Mode; outdated: boolean },
      events: {} as Event,
    },
    guards: {
      mustBeTold: ({ context }) =>
        noticeFor(context) !== "none" && context.told !== noticeFor(context),
      // The chat is encrypted to the end, and the device has not said so yet.
      isReassuring: ({ context }) => noticeFor(context) === "none" && context.shown !== "none",
      wasShown: ({ context }) => context.shown === noticeFor(context),
      isAnswered: ({ context, event }) => {
        const mode = profileIn(event)?.mode;
        if (!context.asksFirst || mode === undefined || mode === "changing") return false;
        return !context.outdated || !opensAt(mode, "host");
      },
      startsOver: ({ context }) => context.asksFirst,
      trustsBelief: ({ context }) => !context.asksFirst,
      isNews: ({ context, event }) => !context.asksFirst && isNews(context, event),
      changesNotice: ({ context, event }) => changesNotice(context, event),
      announcesChange: ({ context, event }) =>
        context.announcesSync && changesNotice(context, event),
    },
    actions: {
      learn: assign(({ context, event }) => {
        const { mode, stamp } = profileIn(event)!;
        const anew = context.asksFirst && stamp !== context.stamp;
        const forgotten = anew ? { shown: "nothing" as const, told: "none" as const } : {};
        return { believed: mode as Mode, stamp, ...forgotten };
      }),
      render: emit(({ context }) => ({
        type: "notice.renders",
        class: noticeFor(context),
        stamp: context.stamp,
        again: context.again,
      })),
      noteShown: assign(({ context }) => ({ shown: noticeFor(context), again: false })),
      remember: assign(({ context }) => ({
        shown: noticeFor(context),
        told: noticeFor(context),
        again: false,
      })),
      forget: assign({ shown: "nothing", again: true }),
      acknowledge: emit(({ context }) => ({
        type: "notice.acknowledged",
        class: noticeFor(context),
        stamp: context.stamp,
      })),
      takeOver: assign(({ event }) => ({ told: (event as { class: NoticeClass }).class })),
      enter: emit(({ context }) => ({ type: "chat.opens", class: noticeFor(context) })),
      write: emit(({ context: { believed, stamp } }) => ({
        type: "wire.message",
        mode: believed,
        stamp,
      })),
      pass: emit(({ context }) => ({
        type: "wire.forward",
        mode: context.believed,
        stamp: context.stamp,
        class: noticeFor(context),
      })),
      show: emit({ type: "message.shows" }),
      turnAway: emit({ type: "chat.leaves", agreed: false }),
      leave: emit({ type: "chat.leaves", agreed: true }),
      takeBack: emit({ type: "message.returns" }),
    },
  }).createMachine({
    id: "businessConversation",
    context: ({ input: { version, starts, outdated } }) => ({
      shows: version.shows,
      believed: starts,
      stamp: 0,
      shown: "nothing",
      told: "none",
      again: false,
      outdated,
      asksFirst: version.comparesAndRejects,
      announcesSync: version.syncAnnounces,
      onlyNewer: version.stampsInSeconds,
    }),
    initial: "closed",
    on: {
      "net.message": { actions: "show" },
      "sibling.acknowledged": { actions: "takeOver" },
    },
    states: {
      closed: {
        on: {
          "user.open": [
            { guard: "isAnswered", target: "opening", actions: "learn" },
            { guard: "trustsBelief", target: "opening" },
          ],
          "app.sync": sync,
          "net.receipt": receipt,
          "net.bounce": { actions: "takeBack" },
          "device.restarted": {},
        },
      },
      opening: {
        always: [
          { guard: "mustBeTold", target: "telling" },
          { guard: "isReassuring", target: "open", actions: ["render", "noteShown", "enter"] },
          { target: "open", actions: "enter" },
        ],
      },
      telling: {
        always: [
          { guard: "wasShown", target: "notice" },
          { target: "notice", actions: ["render", "noteShown"] },
        ],
      },
      notice: {
        on: {
          "user.acknowledge": { target: "open", actions: ["remember", "acknowledge", "enter"] },
          "user.leave": { target: "closed", actions: "turnAway" },
          "net.receipt": receipt,
          "net.bounce": { target: "closed", actions: "takeBack" },
          "device.restarted": restarted,
        },
      },
      open: {
        on: {
          "user.compose": { actions: "write" },
          "user.forward": { actions: "pass" },
          "user.leave": { target: "closed", actions: "leave" },
          "app.sync": sync,
          "net.receipt": receipt,
          "net.bounce": { target: "closed", actions: "takeBack" },
          "device.restarted": restarted,
        },
      },
    },
  }),
  input: ({ version, starts, outdated }) => ({ version, starts, outdated }),
  reads: {
    mode: {
      of: ({ business }) => `${business}.mode`,
      as: ({ value }) => value as string,
      on: ["user.open", "app.sync"],
    },
    stamp: {
      of: ({ business }) => `${business}.mode`,
      as: ({ context }) => context["stamp"] as number,
      on: ["user.open", "app.sync"],
    },
  },
  intents: {
    "user.open": {},
    "user.acknowledge": { opens: "opt-in" },
    "user.leave": {},
    "user.compose": {
      carries: fresh(({ person, device, business }, count) =>
        body(`${device} → ${business} ${count}`, {
          chat: "business",
          from: person,
          to: business,
          business,
          device,
          kind: "text",
        }),
      ),
      limit: "messages",
    },
    "user.forward": {
      carries: known(({ about }) => ["personal", "group"].includes(String(about["chat"]))),
      limit: "shares",
      opens: "grant",
    },
    "app.sync": {},
  },
  accepts: {
    "net.message": ({ device }) => forDevice(device, anything("text", { kinds: ["body"] })),
  },
  onRestart: "device.restarted",
  emits: {
    "notice.renders": [
      states("noticeRendered", ({ device, business, it }) => ({
        device,
        business,
        class: it["class"] as NoticeClass,
        stamp: it["stamp"] as number,
        again: it["again"] as boolean,
      })),
    ],
    "notice.acknowledged": [
      states("noticeAcknowledged", ({ device, business, it }) => ({
        device,
        business,
        class: it["class"] as NoticeClass,
        stamp: it["stamp"] as number,
      })),
      tell(({ siblings, version, it }) =>
        version.sharesAcknowledgement
          ? siblings.map((to) => ({
              to,
              event: { type: "sibling.acknowledged", class: it["class"]! },
            }))
          : undefined,
      ),
    ],
    "chat.opens": [
      states("chatOpened", ({ device, business, it }) => ({
        device,
        business,
        class: it["class"] as NoticeClass,
      })),
    ],
    "chat.leaves": [
      states("chatLeft", ({ device, business, it }) => ({
        device,
        business,
        agreed: it["agreed"] as boolean,
      })),
    ],
    "message.returns": [
      states("messageReturned", ({ device, business, carried }) => ({
        device,
        business,
        // The device knows its own envelope again.
        message: carried.parts[1]!.label,
      })),
    ],
    "wire.message": [
      send((here) => envelope(here)),
      states("messageSent", ({ carried }) => ({ ...aboutOf(carried), message: carried.label })),
    ],
    "wire.forward": [
      states("shared", ({ person, business, companies, carried, it }) => {
        const named = it["class"] as NoticeClass;
        const readers = [
          business,
          ...(named.includes("host") ? ["host"] : []),
          ...(named.includes("vendor") ? companies : []),
        ];
        return readers.map((reader) => ({
          message: carried.label,
          by: person,
          with: reader,
          how: "passed on",
        }));
      }),
      send((here) => envelope(here)),
      states("passedOn", ({ device, business, carried }) => ({
        device,
        business,
        message: carried.label,
      })),
    ],
    "message.shows": [
      states("messageRead", ({ device, bound: { text } }) => ({
        ...aboutOf(text),
        message: text.label,
        on: device,
      })),
    ],
  },
});

/** A message, sealed for whoever the device believes to open it. */
const envelope = ({ device, business, version, carried, it }: Here<ConversationRoles>) => {
  const [mode, stamp] = [it["mode"] as Mode, it["stamp"] as number];
  return {
    over: `${device}→relay`,
    to: `relay/${business}`,
    event: { type: "net.toBusiness", from: device, mode, stamp },
    carrying: forBusiness(version, business, mode, stamp, carried),
  };
};
