import { messenger } from "../../models/messenger.ts";
import { strictVersion } from "../../models/protocols/strict.ts";
import type { KeyCheck } from "../../models/version.ts";

const variant = (name: string, says: string, ...keyChecks: KeyCheck[]) =>
  messenger({ ...strictVersion, name, keyChecks }, { says });

export const unchecked = variant(
  "unchecked",
  "As strict, which takes the directory at its word; its word may be a lie here.",
);
export const numbers = variant(
  "numbers",
  "As strict; people can compare safety numbers, and nothing makes them.",
  "numbers",
);
export const notices = variant(
  "notices",
  "As strict; people can compare safety numbers, and a changed key is shown.",
  "numbers",
  "notices",
);
export const blocking = variant(
  "blocking",
  "As strict; nothing is written before safety numbers were compared, and a changed key is shown.",
  "numbers",
  "notices",
  "blocking",
);
export const blockingAndSigned = variant(
  "blocking-and-signed",
  "As strict; nothing is written before safety numbers were compared, a changed key is shown, and phones sign for their companions.",
  "numbers",
  "notices",
  "blocking",
  "signed devices",
);
export const audited = variant(
  "audited",
  "As strict; a changed key is shown, and an auditor watches the directory.",
  "numbers",
  "notices",
  "audits",
);
