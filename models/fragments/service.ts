import { coalition, type Fragment } from "#sealcheck";
import { allDevices, devicesOf, type Cast } from "../cast.ts";
import { companionKey, endpointKeys, ownKeys, publicKeyOf } from "../keys.ts";
import { directory } from "../parties/directory.ts";
import { mediaStore } from "../parties/mediaStore.ts";
import { pushService } from "../parties/pushService.ts";
import { deviceRelay } from "../parties/relay.ts";
import { coexists, type Version } from "../version.ts";
import { endpointsOf } from "./business.ts";
import { hasMedia } from "./person.ts";

/** What the messenger itself runs, and everybody beside people and businesses who could come to know something. */
export const serviceFragment = (version: Version, cast: Cast): Fragment => {
  const people = Object.keys(cast.people);
  const businesses = Object.entries(cast.businesses ?? {});
  const hired = businesses.flatMap(([, { vendors = [], undeclared = [] }]) => [
    ...vendors,
    ...undeclared,
  ]);
  const devices = Object.fromEntries(people.map((person) => [person, devicesOf(cast, person)]));
  const runs = businesses.length > 0 ? endpointsOf(version) : [];
  const publicKeys = people.flatMap((person) => devicesOf(cast, person).map(publicKeyOf));
  const keysOf = (mode: "provider" | "hosted") => [
    ...publicKeys,
    ...(version.comparesAndRejects
      ? businesses.flatMap(([name]) => ownKeys(version, name, mode))
      : []),
  ];
  const companions = coexists(version) ? businesses.map(([name]) => companionKey(name)) : [];
  return {
    parts: [
      ...allDevices(cast).flatMap(({ device }) => [
        deviceRelay.as(`relay/${device}`, { owner: "service", unit: "relay" }, { device }),
        pushService.as(`push/${device}`, { owner: "push" }, { device }),
      ]),
      ...(people.length > 1 ? [directory.as("directory", { owner: "service" }, { devices })] : []),
      ...(people.length > 1 && hasMedia(cast)
        ? [mediaStore.as("media", { owner: "service" }, {})]
        : []),
    ],
    coalitions: [
      coalition("service", [
        ...publicKeys,
        ...businesses.flatMap(([name]) => endpointKeys(version, name)),
      ]),
      coalition("push"),
      ...(people.some((person) => cast.people[person]!.readableBackup) ? [coalition("cloud")] : []),
      ...(runs.includes("provider") ? [coalition("provider", keysOf("provider"))] : []),
      ...(runs.includes("host") ? [coalition("host", [...keysOf("hosted"), ...companions])] : []),
      ...[...new Set(hired)].map((vendor) => coalition(vendor)),
    ],
    domains: { vendor: hired, business: [], side: ["host", "vendor"] },
  };
};
