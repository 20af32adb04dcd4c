import type { ToldRecipe } from "../search/index.ts";
import { listed } from "./words.ts";

/** A recipe in words: "the hash of the text "ana.phone → bob 1"". */
export const recipeWords = ({ how, seen, term, of }: ToldRecipe): string => {
  const [one = "", two = ""] = of.map(recipeWords);
  switch (how) {
    case "seen":
      return seen!.step === 0 ? seen!.as : `what comes with "${seen!.as}" in step ${seen!.step}`;
    case "guessed":
      return `the text "${term}"`;
    case "constant":
      return `the public "${term}"`;
    case "public":
      return `the public half of ${one}`;
    case "pair":
      return `${one} beside ${two}`;
    case "encrypt":
      return `the encryption of ${two} under ${one}`;
    case "seal":
      return `${two} sealed for ${one}`;
    case "sign":
      return `${two} signed with ${one}`;
    case "mac":
      return `the checksum of ${two} with ${one}`;
    case "hash":
      return `the hash of ${one}`;
    case "kdf":
      return `the key derived from ${one} for ${two}`;
    case "dh":
      return `the power of ${listed(of.map(recipeWords))}`;
    case "raised":
      return `${one} raised to ${listed(of.slice(1).map(recipeWords))}`;
    case "first":
      return `the first part of ${one}`;
    case "second":
      return `the second part of ${one}`;
    case "signed":
      return `the signed text in ${one}`;
    case "opened":
      return `the inside of ${two}, opened with ${one}`;
    default:
      return `the text of ${two}, checked with ${one}`;
  }
};
