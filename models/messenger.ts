import { compose, protocol, type Protocol } from "#sealcheck";
import { attackersIn } from "./adversaries.ts";
import type { Cast } from "./cast.ts";
import { businessFragment } from "./fragments/business.ts";
import { companionFragment } from "./fragments/companion.ts";
import { groupFragment } from "./fragments/group.ts";
import { keysFragment } from "./fragments/keys.ts";
import { personFragment } from "./fragments/person.ts";
import { policyFragment } from "./fragments/policy.ts";
import { serviceFragment } from "./fragments/service.ts";
import { coexists, type Version } from "./version.ts";

/** What every version takes for granted. */
const always = [
  "cryptography is perfect: nobody opens what they have no key for",
  "devices are not broken into, and show what the model says",
  "sizes, times and addresses of messages are out of view",
  "what the service sent to an endpoint of a business arrives in order, or not at all",
  "the end of a contract reaches the vendor",
  "devices of one person reach each other in order and without loss",
];

/** What cannot come up where nobody can do anything about keys. */
const keysUnchecked = ({ keyChecks }: Version): Readonly<Record<string, string>> => ({
  ...(keyChecks.length > 0 ? {} : { "KV.a": "keys do not change in this version" }),
  ...(keyChecks.includes("audits") ? {} : { "KV.b": "nobody audits the directory" }),
});

/** A version of the messenger as a protocol: a cast becomes people, businesses, the service and the terms. */
export const messenger = (
  version: Version,
  about: {
    readonly says: string;
    readonly assumptions?: readonly string[];
    readonly notApplicable?: Readonly<Record<string, string>>;
  },
): Protocol<Cast> =>
  protocol<Cast>({
    ...about,
    name: version.name,
    assumptions: [...always, ...(about.assumptions ?? [])],
    notApplicable: { ...keysUnchecked(version), ...about.notApplicable },
    compose: (cast) =>
      compose(
        attackersIn(cast),
        serviceFragment(version, cast),
        ...Object.keys(cast.people).map((person) => personFragment(version, cast, person)),
        ...Object.entries(cast.businesses ?? {}).flatMap(([name, business]) => [
          businessFragment(version, cast, name, business),
          ...(coexists(version) ? [companionFragment(name)] : []),
        ]),
        ...(version.keyChecks.length > 0 ? [keysFragment(version, cast)] : []),
        ...(cast.group ? [groupFragment(version, cast, cast.group)] : []),
        ...(cast.terms && version.enforcedBy !== "nobody" ? [policyFragment(version, cast)] : []),
      ),
  });
