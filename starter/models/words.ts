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

export const { noun, states, meanings } = vocabulary<Facts>();

/** What of this harms people and what serves them: by it, `sealcheck diff` tells what a change does to them. */
export const letterMeanings = meanings({
  chats: { letters: ["writer", "reader"] },
  facts: {
    learned: {
      is: "harm",
      chat: () => "letters",
      who: ({ by }) => by,
      says: ({ by, from, to }) => (by === from || by === to ? undefined : "reads a letter"),
    },
    read: { is: "service", chat: () => "letters", says: () => "a letter is read" },
  },
});
