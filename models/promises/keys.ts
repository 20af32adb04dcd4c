import { leadsTo, never, promise } from "#sealcheck";
import { noun } from "../vocabulary.ts";

const encrypting = noun({
  of: "encryptedFor",
  says: "a device encrypts a message for somebody",
});
const keysChange = noun({
  of: "keysChanged",
  says: "the keys that the device has for them were replaced by others",
});
const changeShown = noun({
  of: "keyChangeShown",
  says: "the device has told its person so",
});
const falseKeysTaken = noun({
  of: "keysTaken",
  says: "a device takes keys for a person's that are not theirs, and the directory is audited",
  when: ({ genuine, audited }) => audited && !genuine,
  naming: ({ peer }) => ({ person: peer }),
});
const found = noun({
  of: "equivocationFound",
  says: "the auditor knows that the directory told somebody else than the person had published",
});

export const keys = promise({
  id: "KV",
  title: "People can know whose keys they write to",
  says: "A changed key does not go unseen, and a directory that hands out false keys is found out.",
  source: "the messenger's published account of how encryption of a chat cannot change unseen",
  reading:
    "Seen means shown on the device that writes, before it writes. Found out is what an audit can do: afterwards, and nobody is kept from writing",
  rejected:
    "Counting an audit as protection: what was written to a false key by then has been read, and P1 says so",
  invariants: {
    "KV.a": never({
      says: "After the keys of a chat have changed, nothing is written in it before the device has told its person",
      what: encrypting,
      outOf: keysChange,
      after: keysChange,
      until: changeShown,
      forTheSame: ["device", "peer"],
    }),
    "KV.b": leadsTo({
      says: "If a device takes false keys for a person's, the auditor knows in the end",
      whenever: falseKeysTaken,
      mustFollow: found,
      already: found,
      forTheSame: ["person"],
    }),
  },
});
