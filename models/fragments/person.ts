import { channel, coalition, publicKey, store, type Fragment, type Part } from "#sealcheck";
import { devicesOf, type Cast } from "../cast.ts";
import { deviceKey, endpointKeys, falseKey, publicKeyOf } from "../keys.ts";
import { backup } from "../parties/backup.ts";
import { chatHistory } from "../parties/chatHistory.ts";
import { businessConversation } from "../parties/businessConversation.ts";
import { linking } from "../parties/linking.ts";
import { personalConversation } from "../parties/personalConversation.ts";
import type { Version } from "../version.ts";

/** One person: their devices, a chat with everybody else on each, what they keep, and what they know at the start. */
export const personFragment = (version: Version, cast: Cast, person: string): Fragment => {
  const devices = devicesOf(cast, person);
  const peers = Object.keys(cast.people).filter((peer) => peer !== person);
  const notifications = notificationsOf(cast, person);
  const logs = devices.flatMap((device) => peers.map((peer) => `log of ${device}/${peer}`));
  const stores = [...logs, ...(notifications === undefined ? [] : [notifications])];
  return {
    parts: [
      ...devices.flatMap((device) => deviceParts(version, cast, person, device)),
      ...(cast.people[person]!.readableBackup
        ? [backup.as(`${devices[0]}/backup`, { owner: person, unit: devices[0]! }, { logs })]
        : []),
      ...(notifications === undefined
        ? []
        : [
            chatHistory.as(`${devices[0]}/history`, { owner: person, unit: devices[0]! }, { logs }),
          ]),
    ],
    channels: devices.flatMap((device) => [
      channel(`${device}→relay`, { from: device, to: "relay" }),
      channel(`relay→${device}`, { from: "relay", to: device }),
      ...(peers.length > 0
        ? [
            channel(`${device}→directory`, { from: device, to: "directory" }),
            channel(`directory→${device}`, { from: "directory", to: device }),
          ]
        : []),
      ...(peers.length > 0 && hasMedia(cast)
        ? [
            channel(`${device}→media`, { from: device, to: "media" }),
            channel(`media→${device}`, { from: "media", to: device }),
          ]
        : []),
    ]),
    coalitions: [
      coalition(person, [
        ...devices.map(deviceKey),
        ...Object.keys(cast.people).flatMap((one) => devicesOf(cast, one).map(publicKeyOf)),
        ...Object.keys(cast.businesses ?? {}).flatMap((business) =>
          endpointKeys(version, business),
        ),
        // Anybody whom the service names can be written to.
        ...(cast.group ? [publicKey(falseKey)] : []),
      ]),
    ],
    stores: stores.map((name) => store(name, person)),
    domains: { person: [person], device: devices, on: devices, store: stores },
  };
};

/** The store in which a person's phone keeps its notifications, if it does. */
export const notificationsOf = (cast: Cast, person: string): string | undefined =>
  cast.people[person]!.keepsNotifications
    ? `notifications of ${devicesOf(cast, person)[0]}`
    : undefined;

/** Whether anything but text is sent, so that there are blobs to store. */
export const hasMedia = ({ kinds = ["text"] }: Cast): boolean =>
  kinds.some((kind) => kind !== "text");

const deviceParts = (version: Version, cast: Cast, person: string, device: string): Part[] => {
  const where = { owner: person, unit: device };
  const others = devicesOf(cast, person).filter((other) => other !== device);
  const { outdated = [] } = cast.people[person]!;
  const [phone] = devicesOf(cast, person);
  const businesses = Object.entries(cast.businesses ?? {});
  return [
    linking.as(`${device}/linking`, { owner: person }, { device }),
    ...Object.keys(cast.people)
      .filter((peer) => peer !== person)
      .map((peer) => {
        const [peerPhone, peerCompanion] = devicesOf(cast, peer);
        return personalConversation.as(`${device}/${peer}`, where, {
          person,
          device,
          peer,
          peerPhone: peerPhone!,
          peerCompanion,
          kinds: cast.kinds ?? ["text"],
          terms: cast.terms && version.limitsPersonalChats ? `${device}/terms` : undefined,
          notifications: device === phone ? notificationsOf(cast, person) : undefined,
          version,
        });
      }),
    ...businesses.map(([business, { starts, vendors = [] }]) =>
      businessConversation.as(`${device}/${business}`, where, {
        person,
        device,
        business,
        starts,
        version,
        outdated: outdated.some((name) => device === `${person}.${name}`),
        siblings: others.map((other) => `${other}/${business}`),
        companies: ["provider", ...vendors],
      }),
    ),
  ];
};
