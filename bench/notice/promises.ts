import { before, never, promise } from "#sealcheck";
import { noun } from "./words.ts";

const reading = noun({
  of: "learned",
  says: "a host could read a message",
  when: ({ by }) => by === "hosts",
});
const acknowledging = noun({
  of: "acknowledged",
  says: "the user has acknowledged the notice of that mode",
});
const queueing = noun({ of: "queued", says: "a message is put into a queue" });
const plaintext = noun({
  of: "queued",
  says: "a message is put into a queue unencrypted",
  when: ({ key }) => key === 3,
});

/** I1 and I2 of the problem. */
export const notice = promise({
  id: "I",
  title: "Notice before hosting",
  says: "No host can read a message in a mode whose notice the user has not acknowledged.",
  source: "bench/notice",
  invariants: {
    I1: before({
      says: "What a host could read, the user has acknowledged",
      whenever: reading,
      mustAlready: acknowledging,
      forTheSame: ["user", "business", "mode"],
    }),
    I2: never({ says: "No queue holds plaintext", what: plaintext, outOf: queueing }),
  },
});
