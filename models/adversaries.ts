import { adversary, type Ability, type Adversary } from "#sealcheck";
import { devicesOf, type Cast } from "./cast.ts";
import { deviceKey } from "./keys.ts";

const everything: readonly Ability[] = ["observe", "drop", "delay", "reorder", "replay", "inject"];
const fromInside: readonly Ability[] = ["observe", "replay", "inject"];

/**
 * Who could attack the messenger; nobody does unless a scenario or the command line says so. Only those are declared
 * whose place is in the cast. A9, who reads what a device or a backup keeps, needs no channel and is no adversary here:
 * what stores show to whom is for a part to say, as the backup does.
 */
export const adversariesOf = (cast: Cast): Adversary[] => [
  adversary("A0", {
    says: "Somebody on the network listens.",
    coalition: "network",
    controls: "everything",
    may: ["observe"],
  }),
  ...theService(Object.keys(cast.people).length > 1),
  ...ofPeople(cast),
  ...ofBusinesses(cast),
];

const theService = (hasDirectory: boolean): Adversary[] => [
  adversary("A1", {
    says: "The service is curious, and looks at all that it carries.",
    coalition: "service",
    controls: ["relay", ...(hasDirectory ? ["directory"] : [])],
    may: ["observe"],
  }),
  adversary("A2", {
    says: "The service is malicious: it loses, holds back, reorders, repeats and makes up what it carries.",
    coalition: "service",
    controls: ["relay"],
    may: everything,
  }),
  ...(hasDirectory
    ? [
        adversary("A3", {
          says: "The directory is malicious: it hands out whatever keys it likes, or none.",
          coalition: "service",
          controls: ["directory"],
          may: ["observe", "drop", "inject"],
        }),
      ]
    : []),
  adversary("A8", {
    says: "The service is made to let somebody listen, and uses all that it has.",
    coalition: "service",
    controls: ["relay", ...(hasDirectory ? ["directory"] : [])],
    may: everything,
    above: ["A1", "A2", ...(hasDirectory ? ["A3"] : [])],
  }),
];

/** Whoever has got hold of a device of the first person, or belongs to a group. */
const ofPeople = (cast: Cast): Adversary[] => {
  const people = Object.keys(cast.people);
  const [phone, companion] = devicesOf(cast, people[0]!) as [string, string?];
  const last = people.at(-1)!;
  return [
    adversary("A4", {
      says: `Somebody has broken into ${phone} for good, and has what it has.`,
      coalition: "burglar",
      controls: [phone],
      may: fromInside,
      knows: [deviceKey(phone)],
    }),
    ...(cast.group
      ? [
          adversary("A5", {
            says: `${last} is in the group, and means harm.`,
            coalition: last,
            controls: [devicesOf(cast, last)[0]!],
            may: fromInside,
          }),
        ]
      : []),
    ...(companion
      ? [
          adversary("A10", {
            says: `Somebody was linked as ${companion}, and has its key.`,
            coalition: "burglar",
            controls: [companion],
            may: fromInside,
            knows: [deviceKey(companion)],
          }),
        ]
      : []),
  ];
};

/** Of the first business, and of the first vendor that it may hire. */
const ofBusinesses = ({ businesses = {} }: Cast): Adversary[] =>
  Object.entries(businesses)
    .slice(0, 1)
    .flatMap(([business, { vendors = [] }]) => [
      adversary("A6", {
        says: `${business} is malicious, and sends what it likes from its own desk.`,
        coalition: business,
        controls: [`${business}.desk`],
        may: fromInside,
      }),
      ...vendors.slice(0, 1).map((vendor) =>
        adversary("A7", {
          says: `Somebody has broken into ${vendor}, and sees what it is sent.`,
          coalition: "burglar",
          controls: [`${vendor}/${business}`],
          may: ["observe"],
        }),
      ),
    ]);
