import { adversary, type Ability, type Adversary } from "#sealcheck";
import { devicesOf, type Cast } from "./cast.ts";
import { deviceKey } from "./keys.ts";

const everything: readonly Ability[] = ["observe", "drop", "delay", "reorder", "replay", "inject"];

/**
 * Who could attack the messenger; nobody does unless a scenario or the command line says so. Only those are declared
 * whose place is in the cast. A9, who reads what a device or a backup keeps, needs no channel and is no adversary here:
 * what stores show to whom is for a part to say, as the backup does.
 */
export const adversariesOf = (cast: Cast): Adversary[] => {
  const people = Object.keys(cast.people);
  const [phone, companion] = devicesOf(cast, people[0]!);
  const [business] = Object.keys(cast.businesses ?? {});
  const [, { vendors = [] } = {}] = Object.entries(cast.businesses ?? {})[0] ?? [];
  const directory = people.length > 1 ? ["directory"] : [];
  return [
    adversary("A0", {
      says: "Somebody on the network listens.",
      coalition: "network",
      controls: "everything",
      may: ["observe"],
    }),
    adversary("A1", {
      says: "The service is curious, and looks at all that it carries.",
      coalition: "service",
      controls: ["relay", ...directory],
      may: ["observe"],
    }),
    adversary("A2", {
      says: "The service is malicious: it loses, holds back, reorders, repeats and makes up what it carries.",
      coalition: "service",
      controls: ["relay"],
      may: everything,
    }),
    ...(people.length > 1
      ? [
          adversary("A3", {
            says: "The directory is malicious: it hands out whatever keys it likes, or none.",
            coalition: "service",
            controls: directory,
            may: ["observe", "drop", "inject"],
          }),
        ]
      : []),
    adversary("A4", {
      says: `Somebody has broken into ${phone!} for good, and has what it has.`,
      coalition: "burglar",
      controls: [phone!],
      may: ["observe", "replay", "inject"],
      knows: [deviceKey(phone!)],
    }),
    ...(business
      ? [
          adversary("A6", {
            says: `${business} is malicious, and sends what it likes from its own desk.`,
            coalition: business,
            controls: [`${business}.desk`],
            may: ["observe", "replay", "inject"],
          }),
        ]
      : []),
    ...(business && vendors[0]
      ? [
          adversary("A7", {
            says: `Somebody has broken into ${vendors[0]}, and sees what it is sent.`,
            coalition: "burglar",
            controls: [`${vendors[0]}/${business}`],
            may: ["observe"],
          }),
        ]
      : []),
    adversary("A8", {
      says: "The service is made to let somebody listen, and uses all that it has.",
      coalition: "service",
      controls: ["relay", ...directory],
      may: everything,
      above: ["A1", "A2", ...(people.length > 1 ? ["A3"] : [])],
    }),
    ...(companion
      ? [
          adversary("A10", {
            says: `Somebody was linked as ${companion}, and has its key.`,
            coalition: "burglar",
            controls: [companion],
            may: ["observe", "replay", "inject"],
            knows: [deviceKey(companion)],
          }),
        ]
      : []),
  ];
};
