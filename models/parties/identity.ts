import { hash, learn, part, publicKey, send, tell } from "#sealcheck";
import { emit, setup } from "xstate";
import { bundleOf, deviceKey, phoneKey, type SetUp } from "../keys.ts";
import type { Version } from "../version.ts";

interface IdentityRoles {
  person: string;
  phone: string;
  companion: string | undefined;
  version: Version;
  /** The chats on the phone. */
  chats: readonly string[];
  /** Whoever watches what the directory says of this person, if somebody does. */
  auditor: string | undefined;
}

/**
 * Who a person is to the messenger: the key of their phone, which the phone publishes. A phone that is set up anew has
 * another key. The number that the phone shows when people meet is made of its key.
 */
export const identity = part<IdentityRoles>({
  kind: "identity",
  machine: setup({
    types: {
      events: {} as { type: "user.setUpAnew" } | { type: "number.asked"; by: string },
    },
    actions: {
      watch: emit((_, { setUp }: { setUp: SetUp }) => ({ type: "key.published", setUp })),
      change: emit({ type: "key.changes", setUp: "second" }),
      show: emit(({ event }, { setUp }: { setUp: SetUp }) => ({
        type: "number.shows",
        setUp,
        by: event.type === "number.asked" ? event.by : "",
      })),
    },
  }).createMachine({
    id: "identity",
    initial: "first",
    states: {
      first: {
        entry: { type: "watch", params: { setUp: "first" } },
        on: {
          "user.setUpAnew": { target: "second", actions: "change" },
          "number.asked": { actions: { type: "show", params: { setUp: "first" } } },
        },
      },
      second: {
        entry: { type: "watch", params: { setUp: "second" } },
        on: { "number.asked": { actions: { type: "show", params: { setUp: "second" } } } },
      },
    },
  }),
  intents: { "user.setUpAnew": {} },
  emits: {
    "key.published": [
      tell(({ version, phone, companion, auditor, it }) =>
        auditor
          ? {
              to: auditor,
              event: { type: "owner.published", setUp: it["setUp"]! },
              carrying: bundleOf(
                version,
                phoneKey(phone, it["setUp"] as SetUp),
                companion ? deviceKey(companion) : undefined,
              ),
            }
          : undefined,
      ),
    ],
    "key.changes": [
      learn(({ person, phone }) => ({ who: person, term: phoneKey(phone, "second") })),
      tell(({ phone, chats }) =>
        chats.map((to) => ({
          to,
          event: { type: "own.changed" },
          carrying: phoneKey(phone, "second"),
        })),
      ),
      send(({ person, phone }) => ({
        over: `${phone}→directory`,
        to: `directory/${person}`,
        event: { type: "net.publish" },
        carrying: publicKey(phoneKey(phone, "second")),
      })),
    ],
    "number.shows": [
      tell(({ phone, it }) => ({
        to: it["by"] as string,
        event: { type: "peer.number" },
        carrying: hash(publicKey(phoneKey(phone, it["setUp"] as SetUp))),
      })),
    ],
  },
});
