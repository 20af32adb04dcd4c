import { readFileSync, writeFileSync } from "node:fs";
import { filesOf, root } from "../imports.ts";

/** Whether what documents tell is to be replaced by what is so. */
export const update = process.env["UPDATE_DOCS"] === "1";

/** A fenced block of a document. `line` is that of its opening fence and counts from 1. */
export interface Block {
  readonly file: string;
  readonly line: number;
  /** The first word after the fence. */
  readonly language: string;
  /** What follows the language, e.g. a path. */
  readonly info: string;
  readonly text: string;
}

/** The documents whose blocks are run: the README, and all of docs/. */
export const documents = (): readonly string[] => filesOf("README.md", "docs/**/*.md");

const fence = /^(`{3,})(\w+)?[ \t]*(.*)\n([\s\S]*?)^\1[ \t]*$/gm;

/** Every fenced block of a text, in order. */
export const blocksIn = (file: string, text: string): readonly Block[] =>
  Array.from(text.matchAll(fence), (match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length,
    language: match[2] ?? "",
    info: match[3]?.trim() ?? "",
    text: match[4] ?? "",
  }));

export const blocksOf = (file: string): readonly Block[] =>
  blocksIn(file, readFileSync(`${root}/${file}`, "utf8"));

/** Puts another text into a block of a document on disk. */
export const rewrite = (block: Block, text: string): void => {
  const path = `${root}/${block.file}`;
  const whole = readFileSync(path, "utf8");
  const lines = whole.split("\n").slice(0, block.line).join("\n").length + 1;
  if (whole.slice(lines, lines + block.text.length) !== block.text)
    throw new Error(`${block.file}:${block.line} has changed while its blocks were run`);
  writeFileSync(path, whole.slice(0, lines) + text + whole.slice(lines + block.text.length));
};
