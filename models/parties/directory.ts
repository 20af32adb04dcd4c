import { part, send, type Here } from "#sealcheck";
import { assign, emit, setup } from "xstate";
import { bundleOf, deviceKey, falseKey, phoneKey, type SetUp } from "../keys.ts";
import type { Version } from "../version.ts";

interface DirectoryRoles {
  version: Version;
  /** Whose keys it serves: the phone's, and those of a companion if there is one. */
  person: string;
  phone: string;
  companion: string | undefined;
  /** Devices of others, which are told of changed keys. */
  contacts: readonly string[];
}

type Sees = { setUp?: SetUp };
type Event =
  | { type: "net.requestBundle"; from: string; sees?: Sees }
  | { type: "net.publish"; sees?: Sees }
  | { type: "service.lie"; about: "phone" | "companion"; sees?: Sees };

const setUpIn = ({ sees }: Event): SetUp => sees?.setUp ?? "first";

/**
 * Serves the public keys of a person's devices to whoever wants to write to them, and tells contacts of a change. It
 * may start to lie: a key of its own stands in the place of the phone's, or is said to be a companion's.
 */
export const directory = part<DirectoryRoles>({
  kind: "directory",
  machine: setup({
    types: { context: {} as { lie: "nothing" | "phone" | "companion" }, events: {} as Event },
    actions: {
      serve: emit(({ context: { lie }, event }) => ({
        type: "wire.bundle",
        from: (event as { from: string }).from,
        setUp: setUpIn(event),
        lie,
      })),
      announce: emit(({ context: { lie }, event }) => ({
        type: "wire.keyChange",
        setUp: setUpIn(event),
        lie,
      })),
      choose: assign(({ event }) => ({ lie: (event as { about: "phone" | "companion" }).about })),
    },
  }).createMachine({
    id: "directory",
    context: { lie: "nothing" },
    initial: "truthful",
    on: { "net.requestBundle": { actions: "serve" } },
    states: {
      truthful: {
        on: {
          "net.publish": { actions: "announce" },
          "service.lie": { target: "lying", actions: ["choose", "announce"] },
        },
      },
      lying: { on: { "net.publish": {} } },
    },
  }),
  reads: {
    setUp: {
      of: ({ version, phone }) => (version.keyChecks.length > 0 ? `${phone}/identity` : undefined),
      as: ({ value }) => value as string,
    },
  },
  intents: {
    "service.lie": {
      fields: ({ companion }) => ({ about: companion ? ["phone", "companion"] : ["phone"] }),
      opens: "capability",
    },
  },
  emits: {
    "wire.bundle": [
      send((here) => ({
        over: `directory→${here.it["from"]}`,
        to: `${here.it["from"]}/${here.person}`,
        event: { type: "net.bundle", setUp: here.it["setUp"]! },
        carrying: bundle(here),
      })),
    ],
    "wire.keyChange": [
      send((here) =>
        here.version.keyChecks.length > 0
          ? here.contacts.map((contact) => ({
              over: `directory→${contact}`,
              to: `${contact}/${here.person} keys`,
              event: { type: "net.keyChange", setUp: here.it["setUp"]! },
              carrying: bundle(here),
            }))
          : undefined,
      ),
    ],
  },
});

const bundle = ({ version, phone, companion, it }: Here<DirectoryRoles>) => {
  const real = phoneKey(phone, it["setUp"] as SetUp);
  const second = companion ? deviceKey(companion) : undefined;
  if (it["lie"] === "phone") return bundleOf(version, falseKey, second);
  // Nobody but the phone can sign for its companions.
  return it["lie"] === "companion"
    ? bundleOf(version, real, falseKey, falseKey)
    : bundleOf(version, real, second);
};
