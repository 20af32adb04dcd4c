import { vocabulary } from "sealcheck";

export interface Facts {
  readonly asked: { readonly borrower: string; readonly slip: string };
  readonly handed: { readonly borrower: string; readonly slip: string };
  readonly learned: { readonly by: string; readonly message: string; readonly borrower: string };
  readonly stored: { readonly message: string; readonly store: string };
  readonly erased: { readonly message: string; readonly store: string };
}

export const { noun, states, meanings } = vocabulary<Facts>();

/** A slip is its borrower's and the library's to read; to be handed a book is what they came for. */
export const libraryMeanings = meanings({
  chats: { slips: ["borrower"] },
  facts: {
    learned: {
      is: "harm",
      chat: () => "slips",
      who: ({ by }) => by,
      says: ({ by, borrower }) =>
        by === borrower || by === "library" ? undefined : "reads what is on a slip",
    },
    handed: { is: "service", chat: () => "slips", says: () => "a book is handed over" },
  },
});
