import { channel, type Fragment } from "#sealcheck";
import { allDevices, devicesOf, type Cast } from "../cast.ts";
import { policyAuthority } from "../parties/policyAuthority.ts";
import { policyDesk } from "../parties/policyDesk.ts";
import { terms } from "../parties/terms.ts";
import type { Version } from "../version.ts";

/** The new terms: who decides about them, what each device knows of them, and how that travels. */
export const policyFragment = ({ enforcedBy }: Version, cast: Cast): Fragment => {
  const devices = allDevices(cast);
  const atAuthority = { owner: "service", unit: "policy" };
  const desks = enforcedBy === "authority" ? devices.map(({ device }) => `policy/${device}`) : [];
  return {
    parts: [
      policyAuthority.as("policy", atAuthority, {
        devices: devices.map(({ device }) => device),
        desks,
      }),
      ...desks.map((desk) =>
        policyDesk.as(desk, atAuthority, { device: desk.slice("policy/".length) }),
      ),
      ...devices.map(({ person, device }) =>
        terms.as(
          `${device}/terms`,
          { owner: person, unit: device },
          {
            person,
            device,
            siblings: siblingsOf(cast, person, device),
            enforcedBy,
          },
        ),
      ),
    ],
    channels: devices.flatMap(({ person, device }) => [
      channel(`policy→${device}`, { from: "policy", to: device }),
      channel(`${device}→policy`, { from: device, to: "policy" }),
      ...siblingsOf(cast, person, device).map((sibling) =>
        channel(`${device}→${sibling}`, { from: device, to: sibling, faulty: false }),
      ),
    ]),
  };
};

const siblingsOf = (cast: Cast, person: string, device: string): string[] =>
  devicesOf(cast, person).filter((other) => other !== device);
