import { confined, leadsTo, ledger, possible, promise, within } from "sealcheck";
import { noun } from "./words.ts";

const reads = noun({
  of: "learned",
  says: "somebody can read a slip",
  naming: ({ by }) => ({ reader: by }),
});
const asked = noun({ of: "asked", says: "somebody asked for a book" });
const handed = noun({ of: "handed", says: "they were handed the book" });

export const discretion = promise({
  id: "L1",
  title: "Discretion",
  says: "Only you and the library know what you borrow.",
  source: "house rules, S1",
  invariants: {
    "L1.a": confined({
      says: "nobody but the borrower and the library reads a slip",
      whenever: reads,
      shared: noun({ of: "asked", says: "a borrower shows the slip around", when: () => false }),
      audience: ({ borrower }) => [String(borrower), "library"],
    }),
  },
});

export const service = promise({
  id: "L2",
  title: "Service",
  says: "Whoever asks for a book is handed it.",
  source: "house rules, S2",
  kind: "service",
  invariants: {
    "L2.a": leadsTo({
      says: "every slip is answered with a book",
      whenever: asked,
      mustFollow: handed,
      forTheSame: ["borrower", "slip"],
    }),
    "L2.b": possible({ says: "a book can be borrowed", what: handed }),
  },
});

export const forgetting = promise({
  id: "L3",
  title: "Forgetting",
  says: "What you borrowed is forgotten after three weeks.",
  source: "house rules, S3",
  invariants: {
    "L3.a": within({
      says: "a slip that is kept is thrown away within three weeks",
      whenever: noun({ of: "stored", says: "a slip is put on record" }),
      mustFollow: noun({ of: "erased", says: "the slip is thrown away" }),
      within: 21,
      forTheSame: ["message"],
    }),
  },
});

export const rules = ledger({
  source: "house rules",
  rows: {
    S1: {
      says: "Only you and the library know what you borrow.",
      checkedBy: ["L1"],
      truthGap: { of: "L1.a", acceptedBecause: "everybody sees the porter carry open slips" },
    },
    S2: { says: "Whoever asks for a book is handed it.", checkedBy: ["L2.a", "L2.b"] },
    S3: { says: "We forget what you borrowed.", checkedBy: ["L3.a"] },
    S4: { says: "Our chairs are comfortable.", notCheckable: "comfort is not in the model" },
    S5: { says: "Books are never lost.", notYetChecked: "books are not modelled yet" },
  },
});
