import { ledger } from "#sealcheck";

/** The announcement, statement by statement, in our own words, and what became of each. */
export const announcement = ledger({
  source: "announcement of February 2021",
  rows: {
    S1: {
      says: "The new terms are about chats between people and businesses.",
      checkedBy: ["P5.a", "P5.b", "P5.c", "P5.i", "P5.k", "P5.o"],
    },
    S2: {
      says: "Businesses reach their many customers more easily.",
      checkedBy: [
        "SV.b",
        "SV.b.changed",
        "SV.b.passed",
        "SV.d",
        "SV.d.read",
        "SV.t",
        "SV.u",
        "SV.v",
      ],
    },
    S3: {
      says: "The security of chats with friends and family does not change.",
      checkedBy: ["P1", "P5.c"],
    },
    S4: {
      says: "Personal messages stay end-to-end encrypted; the service can neither see nor hear them.",
      checkedBy: ["P1.a", "P1.b", "P1.d", "P1.e", "P1.g", "P1.k", "P1.l", "P1.m", "P1.n"],
    },
    S5: {
      says: "The service never reads them, unless the person written to chooses to share.",
      checkedBy: ["P1.a", "P1.c", "P1.c.consent", "P1.d"],
    },
    S6: {
      says: "Third parties can see and record chats with business accounts.",
      checkedBy: ["P2.a", "P2.d", "P2.e", "P2.g", "P2.h", "P2.i"],
    },
    S7: {
      says: "Only chats with businesses that use such a third party.",
      checkedBy: ["P2.a", "P2.b", "P2.c", "P2.t"],
      truthGap: {
        of: "P2.t",
        acceptedBecause:
          "a business can pass messages on behind its own desk, and no messenger can see that; what people are told is true of the wire only",
      },
    },
    S8: {
      says: "People get a notice when they are about to open such a chat.",
      checkedBy: ["P3"],
    },
    S9: {
      says: "Businesses need new features to serve many customers.",
      notCheckable:
        "it is a reason, not a promise; the service promises check that such chats work",
    },
    S10: {
      says: "Hosting stores business chats, and only those of businesses that want it.",
      checkedBy: ["P4.a", "P4.b", "P4.d", "P4.e", "P4.f", "SV.d.kept"],
    },
    S11: {
      says: "People are warned when a business keeps its chats outside of the messenger.",
      checkedBy: ["P3.a", "P3.c", "P3.d", "P3.f", "P4.c"],
    },
    S12: {
      says: "The update waits so that everybody has time to understand it.",
      checkedBy: [
        "P5.a",
        "P5.b",
        "P5.j",
        "P5.p",
        "P5.q",
        "P5.r",
        "SV.p.heard",
        "SV.y",
        "SV.z",
        "SV.z.later",
      ],
    },
    S13: {
      says: "A business may use secure hosting to store and manage its chats, if it wishes.",
      checkedBy: ["P4.a", "P4.b", "SV.d", "SV.w", "SV.x"],
    },
    S14: {
      says: "The update will be announced again and is still being designed.",
      checkedBy: ["P5.a", "P5.d", "P5.e", "P5.l", "P5.m", "P5.n", "P5.s"],
    },
  },
});
