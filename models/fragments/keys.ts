import { channel, coalition, type Fragment } from "#sealcheck";
import { allDevices, devicesOf, type Cast } from "../cast.ts";
import { auditor } from "../parties/auditor.ts";
import { identity } from "../parties/identity.ts";
import { keyBook } from "../parties/keyBook.ts";
import { meeting } from "../parties/meeting.ts";
import type { Version } from "../version.ts";

/** What people and others can do about the keys that the directory hands out. */
export const keysFragment = (version: Version, cast: Cast): Fragment => {
  const people = Object.keys(cast.people);
  const audited = version.keyChecks.includes("audits");
  const peersOf = (person: string) => people.filter((peer) => peer !== person);
  return {
    parts: [
      ...people.map((person) => {
        const [phone, companion] = devicesOf(cast, person) as [string, string?];
        return identity.as(
          `${phone}/identity`,
          { owner: person, unit: phone },
          {
            person,
            phone,
            companion,
            version,
            chats: peersOf(person).map((peer) => `${phone}/${peer}`),
            auditor: audited ? `auditor/${person}` : undefined,
          },
        );
      }),
      ...allDevices(cast).flatMap(({ person, device }) =>
        peersOf(person).flatMap((peer) => {
          const [peerPhone, peerCompanion] = devicesOf(cast, peer);
          const keys = `${device}/${peer} keys`;
          return [
            keyBook.as(
              keys,
              { owner: person, unit: device },
              { version, device, peer, peerCompanion },
            ),
            meeting.as(
              `${device}/${peer} meeting`,
              { owner: person },
              { keys, peerPhone: peerPhone! },
            ),
          ];
        }),
      ),
      ...(audited
        ? people.map((person) =>
            auditor.as(`auditor/${person}`, { owner: "auditor", unit: "auditor" }, { person }),
          )
        : []),
    ],
    channels: audited
      ? allDevices(cast).map(({ device }) =>
          channel(`${device}→auditor`, { from: device, to: "auditor", faulty: false }),
        )
      : [],
    coalitions: audited ? [coalition("auditor")] : [],
  };
};
