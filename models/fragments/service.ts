import { coalition, type Fragment, type Part, type Term } from "#sealcheck";
import { allDevices, devicesOf, type Cast } from "../cast.ts";
import {
  bundleOf,
  companionKey,
  deviceKey,
  endpointKeys,
  falseKey,
  ownKeys,
  phoneKey,
  publicKeyOf,
} from "../keys.ts";
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
      ...(people.length > 1 ? people.map((person) => directoryPart(version, cast, person)) : []),
      ...(people.length > 1 && hasMedia(cast)
        ? [mediaStore.as("media", { owner: "service" }, {})]
        : []),
    ],
    coalitions: [
      coalition("service", [
        ...publicKeys,
        ...businesses.flatMap(([name]) => endpointKeys(version, name)),
        ...people.flatMap((person) => published(version, cast, person)),
        falseKey,
      ]),
      coalition("push"),
      ...(people.some((person) => cast.people[person]!.readableBackup) ? [coalition("cloud")] : []),
      ...(runs.includes("provider") ? [coalition("provider", keysOf("provider"))] : []),
      ...(runs.includes("host") ? [coalition("host", [...keysOf("hosted"), ...companions])] : []),
      ...[...new Set(hired)].map((vendor) => coalition(vendor)),
    ],
    domains: { vendor: hired, business: [], at: [], side: ["host", "vendor"] },
  };
};

const directoryPart = (version: Version, cast: Cast, person: string): Part => {
  const [phone, companion] = devicesOf(cast, person);
  const contacts = allDevices(cast).filter((one) => one.person !== person);
  return directory.as(
    `directory/${person}`,
    { owner: "service", unit: "directory" },
    { version, person, phone: phone!, companion, contacts: contacts.map(({ device }) => device) },
  );
};

/** What phones have published, where they can be set up anew or sign for companions. */
const published = (version: Version, cast: Cast, person: string): Term[] => {
  const [phone, companion] = devicesOf(cast, person);
  if (version.keyChecks.length === 0) return [];
  return (["first", "second"] as const).map((setUp) =>
    bundleOf(version, phoneKey(phone!, setUp), companion ? deviceKey(companion) : undefined),
  );
};
