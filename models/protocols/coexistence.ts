import { messenger } from "../messenger.ts";
import { announcedVersion, withoutAuthority } from "./announced2021.ts";

export const coexistence = messenger(
  {
    ...announcedVersion,
    name: "coexistence",
    modes: [...announcedVersion.modes, "beside"],
  },
  {
    notApplicable: withoutAuthority,
    says: "As announced in 2021, and a business that runs its own app can have a hosted companion beside it: its account stays end-to-end encrypted, the companion opens a copy of every message, may be handed what was written before, and is back on a changed phone unless somebody unticks a box.",
  },
);
