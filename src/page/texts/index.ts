import { en, type Texts } from "./en.ts";

/** The texts of this page: one catalogue for each language, chosen once when it opens. */
export const text: Texts = en;
