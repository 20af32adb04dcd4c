import { adversary, type Ability, type Adversary, type Fragment } from "#sealcheck";
import { devicesOf, type Cast } from "./cast.ts";
import { hasMedia, notificationsOf } from "./fragments/person.ts";
import { deviceKey } from "./keys.ts";

const everything: readonly Ability[] = ["observe", "drop", "delay", "reorder", "replay", "inject"];
const fromInside: readonly Ability[] = ["observe", "replay", "inject"];

/**
 * Who could attack the messenger; nobody does unless a scenario or the command line says so. Whoever has no place in a
 * cast is idle there, and why is said.
 */
export const attackersIn = (cast: Cast): Required<Pick<Fragment, "adversaries" | "idle">> => {
  const hasDirectory = Object.keys(cast.people).length > 1;
  const all = [
    adversary("A0", {
      says: "Somebody on the network listens to what the messenger carries; what companies send each other is out of their reach.",
      coalition: "network",
      controls: [
        "relay",
        ...(hasDirectory ? ["directory"] : []),
        ...(hasDirectory && hasMedia(cast) ? ["media"] : []),
      ],
      may: ["observe"],
    }),
    ...theService(hasDirectory),
    burglar(cast),
    ...member(cast),
    ...ofBusinesses(cast),
    examiner(cast),
    ...companionOf(cast),
  ];
  const there = new Set(all.map(({ name }) => name));
  return {
    adversaries: all,
    idle: Object.fromEntries(Object.entries(absent).filter(([name]) => !there.has(name))),
  };
};

/** Why somebody has nothing to do, where they have no place. */
const absent: Readonly<Record<string, string>> = {
  A3: "nobody asks for another person's keys, so that there is no directory",
  A5: "there is no group, so that nobody is a member of one",
  A6: "there is no business",
  A7: "no business works with a vendor that could be broken into",
  A10: "nobody has a companion device that somebody else could have linked",
};

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

/** Whoever has got hold of the first person's phone. */
const burglar = (cast: Cast): Adversary => {
  const phone = phoneOf(cast);
  return adversary("A4", {
    says: `Somebody has broken into ${phone} for good, and has what it has.`,
    coalition: "burglar",
    controls: [phone],
    may: fromInside,
    knows: [deviceKey(phone)],
  });
};

/** The last member of a group. */
const member = (cast: Cast): Adversary[] => {
  const last = Object.keys(cast.people).at(-1)!;
  return cast.group
    ? [
        adversary("A5", {
          says: `${last} is in the group, and means harm.`,
          coalition: last,
          controls: [devicesOf(cast, last)[0]!],
          may: fromInside,
        }),
      ]
    : [];
};

/** Whoever takes the first person's phone and looks at what lies there: keys, what chats keep, and notifications; and once. */
const examiner = (cast: Cast): Adversary => {
  const [first] = Object.keys(cast.people);
  const devices = devicesOf(cast, first!);
  const phone = devices[0]!;
  const peers = Object.keys(cast.people).filter((peer) => peer !== first);
  const logsOf = (device: string): string[] =>
    [...peers, ...(cast.group ? [cast.group] : [])].map((peer) => `log of ${device}/${peer}`);
  const notifications = notificationsOf(cast, first!);
  return adversary("A9", {
    says: `Somebody examines what ${devices.join(" and ")} keep, and listens to nothing.`,
    coalition: "examiner",
    controls: [],
    may: [],
    corrupts: {
      [phone]: {
        gives: [deviceKey(phone)],
        stores: [...logsOf(phone), ...(notifications === undefined ? [] : [notifications])],
      },
    },
    breaches: devices.slice(1).flatMap(logsOf),
  });
};

/** Whoever was linked as the first companion that there is. */
const companionOf = (cast: Cast): Adversary[] => {
  const companion = Object.keys(cast.people)
    .map((person) => devicesOf(cast, person)[1])
    .find((device) => device !== undefined);
  return companion === undefined
    ? []
    : [
        adversary("A10", {
          says: `Somebody was linked as ${companion}, and has its key.`,
          coalition: "burglar",
          controls: [companion],
          may: fromInside,
          knows: [deviceKey(companion)],
        }),
      ];
};

const phoneOf = (cast: Cast): string => devicesOf(cast, Object.keys(cast.people)[0]!)[0]!;

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
          says: `Somebody has broken into ${vendor}, and sees what it is sent and what it has recorded.`,
          coalition: "burglar",
          controls: [`${vendor}/${business}`],
          may: ["observe"],
          breaches: [`records of ${vendor}/${business}`],
        }),
      ),
    ]);
