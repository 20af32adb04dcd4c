import {
  anything,
  body,
  fresh,
  keep,
  learn,
  pair,
  part,
  publicKey,
  secret,
  send,
  type Here,
  type Term,
} from "#sealcheck";
import { emit, setup } from "xstate";
import type { Mode } from "../cast.ts";
import { forgedFor, groupMessage, openedBy } from "../groupMessages.ts";
import { endpointKey, falseKey, holderOf, publicKeyOf } from "../keys.ts";
import { aboutOf, states } from "../vocabulary.ts";
import { endpointOf, type Version } from "../version.ts";
import type { Membership } from "./membership.ts";

/** A member of a group and the devices of theirs. */
export interface Member {
  readonly person: string;
  readonly devices: readonly string[];
}

interface GroupRoles {
  version: Version;
  person: string;
  device: string;
  group: string;
  /** The other members; the last of them is the one who may be removed. */
  others: readonly Member[];
  last: string;
  /** The business in the group, if there is one. */
  business: string | undefined;
}

/** What a device sees of the group, and of how the business in it handles its chats. */
interface Sees {
  members: Membership;
  changes: number;
  mode?: Mode | "changing";
  stamp?: number;
}

type Event = { type: "user.compose"; sees: Sees } | { type: "net.group" };

/**
 * One device's chat in a group. What it writes is encrypted once, under its sender key, and the key is sealed for each
 * device of each member. Where keys rotate, every change of members brings another: whoever was removed does not get it,
 * and whoever was added cannot open what was written before.
 */
export const groupConversation = part<GroupRoles>({
  kind: "groupConversation",
  machine: setup({
    types: {
      context: {} as { rotates: boolean },
      input: {} as { rotates: boolean },
      events: {} as Event,
    },
    actions: {
      write: emit(({ context, event }) => {
        const { sees } = event as Event & { type: "user.compose" };
        return {
          type: "wire.group",
          members: sees.members,
          turn: context.rotates ? sees.changes : 0,
          mode: sees.mode ?? "none",
          stamp: sees.stamp ?? 0,
        };
      }),
      show: emit({ type: "message.shows" }),
    },
  }).createMachine({
    id: "groupConversation",
    context: ({ input }) => input,
    initial: "chatting",
    states: {
      chatting: { on: { "user.compose": { actions: "write" }, "net.group": { actions: "show" } } },
    },
  }),
  input: ({ version }) => ({ rotates: version.groupRules.includes("rotating keys") }),
  reads: {
    members: {
      of: ({ group }) => group,
      as: ({ value }) => value as string,
      on: ["user.compose"],
    },
    changes: {
      of: ({ group }) => group,
      as: ({ context }) => context["changes"] as number,
      on: ["user.compose"],
    },
    mode: {
      of: ({ business }) => business && `${business}.mode`,
      as: ({ value }) => value as string,
      on: ["user.compose"],
    },
    stamp: {
      of: ({ business }) => business && `${business}.mode`,
      as: ({ context }) => context["stamp"] as number,
      on: ["user.compose"],
    },
  },
  intents: {
    "user.compose": {
      carries: fresh(({ person, device, group, business = "nobody" }, count) =>
        body(`${device} → ${group} ${count}`, {
          chat: "group",
          from: person,
          to: group,
          business,
          device,
          kind: "text",
        }),
      ),
      limit: "messages",
    },
  },
  accepts: {
    // Whoever has a sender key can write what its owner could; whether it can be opened is seen then.
    "net.group": {
      term: () => pair(anything("message"), anything("sealed keys")),
      shapes: ({ version, device, others }) =>
        forgedFor(
          version,
          [device],
          others.flatMap(({ devices }) => devices),
        ),
    },
  },
  emits: {
    "wire.group": [
      learn((here) => ({ who: here.person, term: senderKey(here) })),
      send((here) => ({
        over: `${here.device}→relay`,
        to: `relay/${here.group}`,
        event: { type: "net.group", from: here.device },
        carrying: groupMessage(
          here.version,
          here.device,
          senderKey(here),
          here.carried,
          [...recipients(here), ...businessIn(here)].map(({ key }) => key),
        ),
      })),
      states("messageSent", ({ carried }) => ({ ...aboutOf(carried), message: carried.label })),
      // Whoever writes to a group lets its members read, and nobody whom none of them has invited.
      states("shared", (here) =>
        [...members(here), ...businessIn(here)].map(({ person }) => ({
          message: here.carried.label,
          by: here.person,
          with: person,
          how: "written to a group",
        })),
      ),
      states("encryptedFor", (here) =>
        recipients(here).map(({ person, device, key }) => ({
          message: here.carried.label,
          kind: "text" as const,
          recipient: holderOf(key),
          addressed: device,
          device: here.device,
          peer: person,
        })),
      ),
      keep(({ name, carried }) => ({ store: `log of ${name}`, term: carried })),
    ],
    "message.shows": [
      states("messageRead", ({ version, device, carried }) => {
        const text = openedBy(version, [publicKeyOf(device)], carried);
        return text && { ...aboutOf(text), message: text.label, on: device };
      }),
    ],
  },
});

/** The members that the service tells truly. */
const members = ({ others, last, it }: Here<GroupRoles>): readonly Member[] =>
  it["members"] === "withoutLast" ? others.filter(({ person }) => person !== last) : others;

/** Whom the device seals its key for: where membership is not signed, whomever the service says. */
const recipients = (here: Here<GroupRoles>): { person: string; device: string; key: Term }[] => [
  ...members(here).flatMap(({ person, devices }) =>
    devices.map((device) => ({ person, device, key: publicKeyOf(device) })),
  ),
  ...(here.it["members"] === "withStranger" &&
  !here.version.groupRules.includes("signed membership")
    ? [{ person: "nobody", device: "nobody", key: publicKey(falseKey) }]
    : []),
];

/**
 * The business in the group, and the key that the device takes for its; unless it is left out, since others would open
 * what is written. A device asks how a business handles its chats, and gets a true answer.
 */
const businessIn = ({
  business,
  version,
  it,
}: Here<GroupRoles>): { person: string; key: Term }[] => {
  const mode = String(it["mode"]);
  if (business === undefined || !(mode in endpointOf)) return [];
  const isHosted = endpointOf[mode as Mode] !== "desk";
  if (isHosted && version.groupRules.includes("no hosted members")) return [];
  const key = endpointKey(version, business, mode as Mode, it["stamp"] as number);
  return [{ person: business, key: publicKey(key) }];
};

/**
 * The key of a device for all that it writes to the same people. Whoever leaves a business out has another key for those
 * who are left: whatever the business has opened once, it opens for ever.
 */
const senderKey = (here: Here<GroupRoles>): Term => {
  const { device, group, version, it } = here;
  const leavesOut = version.groupRules.includes("no hosted members");
  const [other] = leavesOut ? businessIn(here) : [];
  const among = other ? ` with ${other.person} ${it["stamp"]}` : "";
  return secret(`sender key ${it["turn"]} of ${device} in ${group}${among}`);
};
