import { secret, vocabulary } from "sealcheck";

/** What promises speak of; sealcheck states the first three by itself. */
interface Facts {
  readonly learned: { readonly by: string; readonly message: string };
  readonly stored: { readonly message: string; readonly store: string };
  readonly erased: { readonly message: string; readonly store: string };
  readonly written: { readonly message: string };
  readonly shown: { readonly message: string };
}

export const { noun, states } = vocabulary<Facts>();

/** What Ana's phone and Bob's agreed on when they met. */
export const chatKey = secret("key of the chat");
