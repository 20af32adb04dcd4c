import { store, type Fragment } from "#sealcheck";
import { devicesOf, type Cast } from "../cast.ts";
import { groupConversation } from "../parties/groupConversation.ts";
import { groupRelay } from "../parties/groupRelay.ts";
import { membership } from "../parties/membership.ts";
import type { Version } from "../version.ts";

/** A group of everybody in the cast: who is in it, what each device writes in it, and how that travels. */
export const groupFragment = (version: Version, cast: Cast, group: string): Fragment => {
  const members = Object.keys(cast.people).map((person) => ({
    person,
    devices: devicesOf(cast, person),
  }));
  const last = members.at(-1)!.person;
  const chats = members.flatMap(({ person, devices }) =>
    devices.map((device) => ({ name: `${device}/${group}`, person, device })),
  );
  const devices = chats.map(({ device }) => device);
  const atRelay = { owner: "service", unit: "relay" };
  return {
    parts: [
      membership.as(group, { owner: "service" }, {}),
      groupRelay.as(`relay/${group}`, atRelay, { group, devices }),
      ...chats.map(({ name, person, device }) =>
        groupConversation.as(
          name,
          { owner: person, unit: device },
          {
            version,
            person,
            device,
            group,
            others: members.filter((member) => member.person !== person),
            last,
          },
        ),
      ),
    ],
    stores: chats.map(({ name, person }) => store(`log of ${name}`, person)),
  };
};
