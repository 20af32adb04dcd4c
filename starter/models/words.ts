import { vocabulary } from "sealcheck";

/** Everything that promises speak of. Machines do not know these words; the wiring beside them states them. */
interface Facts {
  /** Stated by sealcheck itself: somebody has come to know a message. */
  readonly learned: {
    readonly by: string;
    readonly message: string;
    readonly from: string;
    readonly to: string;
  };
  readonly written: { readonly message: string };
  readonly read: { readonly message: string };
}

export const { noun, states } = vocabulary<Facts>();
