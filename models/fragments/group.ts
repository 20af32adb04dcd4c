import { store, type Fragment, type Part } from "#sealcheck";
import { devicesOf, type Cast } from "../cast.ts";
import { groupConversation } from "../parties/groupConversation.ts";
import { groupEndpoint } from "../parties/groupEndpoint.ts";
import { groupRelay } from "../parties/groupRelay.ts";
import { membership } from "../parties/membership.ts";
import type { Version } from "../version.ts";
import { endpointPlace, endpointsOf } from "./business.ts";

/** A group of everybody in the cast, and of a business if there is one in it: who is in it, what each device writes in it, and how that travels. */
export const groupFragment = (version: Version, cast: Cast, group: string): Fragment => {
  const members = Object.keys(cast.people).map((person) => ({
    person,
    devices: devicesOf(cast, person),
  }));
  const last = members.at(-1)!.person;
  const business = cast.groupBusiness;
  const chats = members.flatMap(({ person, devices }) =>
    devices.map((device) => ({ name: `${device}/${group}`, person, device })),
  );
  const devices = chats.map(({ device }) => device);
  const atRelay = { owner: "service", unit: "relay" };
  return {
    parts: [
      membership.as(group, { owner: "service" }, {}),
      groupRelay.as(`relay/${group}`, atRelay, { version, group, devices, business }),
      ...(business === undefined ? [] : endpointsIn(version, business, group)),
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
            business,
          },
        ),
      ),
    ],
    stores: chats.map(({ name, person }) => store(`log of ${name}`, person)),
    domains: { store: chats.map(({ name }) => `log of ${name}`) },
  };
};

/** Every place where what is written to a group may be opened for the business in it. */
const endpointsIn = (version: Version, business: string, group: string): Part[] =>
  endpointsOf(version).map((runs) => {
    const endpoint = endpointPlace(business, runs);
    const owner = runs === "desk" ? business : runs;
    const roles = { business, version, runs, endpoint };
    return groupEndpoint.as(`${endpoint} ${group}`, { owner, unit: endpoint }, roles);
  });
