import { vocabulary } from "sealcheck";

export interface Facts {
  readonly asked: { readonly borrower: string; readonly slip: string };
  readonly handed: { readonly borrower: string; readonly slip: string };
  readonly learned: { readonly by: string; readonly message: string; readonly borrower: string };
  readonly stored: { readonly message: string; readonly store: string };
  readonly erased: { readonly message: string; readonly store: string };
}

export const { noun, states } = vocabulary<Facts>();
