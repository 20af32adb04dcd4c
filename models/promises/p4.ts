import { always, before, never, promise, since, within } from "#sealcheck";
import { noun } from "../vocabulary.ts";
import type { Mode } from "../cast.ts";
import { opensAt, type Runs } from "../version.ts";
import { isOfBusiness, optingIn, optingOut, toBusiness } from "./nouns.ts";

const modes: readonly Mode[] = ["self", "provider", "hosted", "both", "beside"];

/** Who runs the endpoint of that name, e.g. `shop.desk` or `host/shop`. */
const runsAt = (endpoint: string): Runs =>
  endpoint.endsWith(".desk") ? "desk" : (endpoint.split("/")[0] as Runs);

const hostStores = noun({
  of: "stored",
  says: "the host stores a message of a business chat",
  when: (fact) => fact.owner === "host" && isOfBusiness(fact),
});
const hostErases = noun({
  of: "erased",
  says: "the host deletes it",
  when: ({ owner }) => owner === "host",
});
const hostReads = noun({
  of: "learned",
  says: "the host comes to read a person's message to a business",
  when: (fact) => fact.by === "host" && toBusiness(fact),
});
const hosting = noun({ of: "optedIn", says: "a business comes to be hosted" });
const byChoice = noun({
  of: "optedIn",
  says: "the business chose it, and it was not restored by itself",
  when: ({ how }) => how === "chosen",
});
const broughtWhileHosted = noun({
  of: "routed",
  says: "the service has sent the message, or a copy that was still under way, on to the business while it was hosted",
  when: ({ business }, look) => look(`${business}.mode`).has("hosting"),
});

const answering = noun({
  of: "messageSent",
  says: "somebody answers in the name of a business",
  when: ({ chat, from, business }) => chat === "business" && from === business,
});
const inCharge = noun({
  of: "messageSent",
  says: "it is whoever handles its chats at that time",
  when: ({ business, device }, look) =>
    modes.some((mode) => opensAt(mode, runsAt(device)) && look(`${business}.mode`).is(mode)),
});

/** Days that a host may keep a message. */
const keepMost = 30;

export const p4 = promise({
  id: "P4",
  title: "Chats are hosted only if the business wants it",
  says: "Messages to a business are stored on the messenger's hosting only while the business has chosen so, and not for ever.",
  source: "announcement, S10, S11, S13",
  reading:
    "Wanting is an act of the business's owner. It covers what is delivered from then on, and ends with the opposite act. What is still under way when the business changes was not delivered to anybody: it goes where the business now is, and whether its writer was told is for the promise about notices",
  rejected:
    "Taking a restored setting for a choice, and taking a choice to cover what was delivered before it. Counting what was under way here as well: one exposure would break two promises, and nobody could tell whether old messages are safe",
  invariants: {
    "P4.a": since({
      says: "The host stores messages only while the business is hosted",
      whenever: hostStores,
      mustAlready: optingIn,
      since: optingOut,
      forTheSame: ["business"],
    }),
    "P4.b": always({
      says: "A business comes to be hosted by its owner's choice alone",
      whenever: hosting,
      holds: byChoice,
    }),
    "P4.c": within({
      says: "The host deletes every message within thirty days",
      whenever: hostStores,
      mustFollow: hostErases,
      within: keepMost,
      forTheSame: ["message", "store"],
    }),
    "P4.d": before({
      says: "The host never reads what was delivered before the business was hosted",
      whenever: hostReads,
      mustAlready: broughtWhileHosted,
      forTheSame: ["message"],
    }),
    "P4.f": always({
      says: "Only whoever handles the chats of a business answers in its name",
      whenever: answering,
      holds: inCharge,
    }),
    "P4.e": never({
      says: "Once a business is no longer hosted, the host reads nothing new",
      what: hostReads,
      outOf: optingOut,
      after: optingOut,
      until: optingIn,
      forTheSame: ["business"],
    }),
  },
});
