import { channel, coalition, store, type Channel, type Fragment, type Part } from "#sealcheck";
import { allDevices, type Business, type Cast } from "../cast.ts";
import { endpointKeys, ownKeys, publicKeyOf } from "../keys.ts";
import { businessMode } from "../parties/businessMode.ts";
import { confirmedMode } from "../parties/confirmedMode.ts";
import { coexistingMode } from "../parties/coexistingMode.ts";
import { contract } from "../parties/contract.ts";
import { endpoint } from "../parties/endpoint.ts";
import { businessRelay } from "../parties/relay.ts";
import { retention } from "../parties/retention.ts";
import { vendor } from "../parties/vendor.ts";
import { coexists, endpointOf, type Runs, type Version } from "../version.ts";

/** One business: its mode, every endpoint that could open its messages, its contracts, and the vendors behind them. */
export const businessFragment = (
  version: Version,
  cast: Cast,
  business: string,
  { starts, vendors = [], undeclared = [] }: Business,
): Fragment => {
  const endpoints = endpointsOf(version);
  const hired = [
    ...vendors.map((name) => ({ name, declared: true })),
    ...undeclared.map((name) => ({ name, declared: false })),
  ];
  const desk = { owner: business, unit: `${business}.desk` };
  const names = hired.map(({ name }) => name);
  const stores = storesOf(business, endpoints, names);
  return {
    parts: [
      modeOf(version).as(`${business}.mode`, desk, { business, starts, version }),
      businessRelay.as(
        `relay/${business}`,
        { owner: "service", unit: "relay" },
        { business, version },
      ),
      ...endpoints.flatMap((runs) => endpointParts(version, cast, business, runs, names)),
      ...hired.flatMap(({ name, declared }) => [
        contract.as(`${business}.contract/${name}`, desk, { business, vendor: name, declared }),
        vendor.as(`${name}/${business}`, { owner: name }, { business, vendor: name }),
      ]),
    ],
    channels: [
      ...endpoints.flatMap((runs) => endpointChannels(endpointPlace(business, runs))),
      ...hired.flatMap(({ name }) => [
        channel(`${business}→${name}`, { from: desk.unit, to: `${name}/${business}` }),
        channel(`${business}→${name} contract`, {
          from: desk.unit,
          to: `${name}/${business}`,
          faulty: false,
        }),
      ]),
    ],
    coalitions: [
      coalition(business, [
        ...ownKeys(version, business, "self"),
        ...allDevices(cast).map(({ device }) => publicKeyOf(device)),
        ...endpointKeys(version, business),
      ]),
    ],
    stores,
    domains: {
      business: [business],
      at: endpoints.map((runs) => endpointPlace(business, runs)),
      store: stores.map(({ name }) => name),
    },
  };
};

/** Where the host keeps what it opens, if there is one, and where vendors keep what they are given. */
const storesOf = (business: string, endpoints: readonly Runs[], vendors: readonly string[]) => [
  ...(endpoints.includes("host") ? [store(`store of host/${business}`, "host")] : []),
  ...vendors.map((name) => store(`records of ${name}/${business}`, name)),
];

const modeOf = (version: Version) =>
  version.comparesAndRejects ? confirmedMode : coexists(version) ? coexistingMode : businessMode;

/** Every kind of endpoint that some mode of a version uses. */
export const endpointsOf = ({ modes }: Version): Runs[] => [
  ...new Set(modes.map((mode) => endpointOf[mode])),
];

/** The unit in which somebody handles the chats of a business. */
export const endpointPlace = (business: string, runs: Runs): string =>
  runs === "desk" ? `${business}.desk` : `${runs}/${business}`;

/** What was sent to an endpoint first arrives first: nothing may overtake the message that retires it. */
const endpointChannels = (place: string): Channel[] => [
  channel(`relay→${place}`, { from: "relay", to: place, faulty: false }),
  channel(`${place}→relay`, { from: place, to: "relay" }),
];

const endpointParts = (
  version: Version,
  cast: Cast,
  business: string,
  runs: Runs,
  vendors: readonly string[],
): Part[] => {
  const name = endpointPlace(business, runs);
  const where = { owner: runs === "desk" ? business : runs, unit: name };
  const [customer] = Object.keys(cast.people);
  return [
    endpoint.as(name, where, {
      business,
      version,
      runs,
      customer: customer!,
      devices: allDevices(cast).flatMap(({ person, device }) =>
        person === customer ? [device] : [],
      ),
      contracts: vendors.map((vendor) => `${business}.contract/${vendor}`),
    }),
    ...(runs === "host"
      ? [retention.as(`${name} retention`, where, { store: `store of ${name}` })]
      : []),
  ];
};
