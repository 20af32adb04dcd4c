import { atMostOnce, before, confined, leadsTo, promise } from "sealcheck";
import { noun } from "./words.ts";

const written = noun({ of: "written", says: "a letter is written" });
const read = noun({ of: "read", says: "it is read" });
const forTheSame = ["message"];

/** What people are told. A reviewer signs the sentences; sealcheck checks them at every step of every story. */
export const letters = promise({
  id: "L",
  title: "Letters are private",
  says: "Nobody but the writer and the reader of a letter can read it. It arrives as it was written, once.",
  source: "what we tell people on our front page",
  invariants: {
    "L.private": confined({
      says: "Only the writer and the reader of a letter can read it",
      whenever: noun({
        of: "learned",
        says: "somebody can read a letter",
        naming: ({ by }) => ({ reader: by }),
      }),
      shared: noun({ of: "written", says: "somebody hands it on", when: () => false }),
      audience: ({ from, to }) => [String(from), String(to)],
    }),
    "L.arrives": leadsTo({
      says: "Every letter that is written is read in the end",
      whenever: written,
      mustFollow: read,
      forTheSame,
    }),
    "L.genuine": before({
      says: "Nobody reads a letter that nobody has written",
      whenever: read,
      mustAlready: written,
      forTheSame,
    }),
    "L.once": atMostOnce({ says: "A letter is read once", what: read, forTheSame }),
  },
});
