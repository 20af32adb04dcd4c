import * as fc from "fast-check";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { Mistake } from "../../src/mistake.ts";
import { decodeToken, encodeToken } from "../../src/search/index.ts";

const text = fc.string({ unit: "grapheme" });
const names = fc.record({
  scenario: text,
  protocol: text,
  invariant: text,
  moves: fc.array(text),
});

test("a token is one unbroken word that stands for its trace", () => {
  fc.assert(
    fc.property(names, (name) => {
      const token = encodeToken(name);
      expect(token).toMatch(/^sc1\.[\w-]+$/);
      expect(decodeToken(token)).toEqual(name);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("a token that was cut is refused", () => {
  fc.assert(
    fc.property(names, fc.nat(), (name, at) => {
      const token = encodeToken(name);
      expect(() => decodeToken(token.slice(0, at % token.length))).toThrow(Mistake);
    }),
    { numRuns: 300, seed: 2 },
  );
});

test("a token that was changed is refused, or stands for another trace of the same shape", () => {
  fc.assert(
    fc.property(names, fc.nat(), fc.string({ minLength: 1, maxLength: 3 }), (name, at, change) => {
      const token = encodeToken(name);
      const place = at % token.length;
      const changed = token.slice(0, place) + change + token.slice(place + 1);
      try {
        const decoded = decodeToken(changed);
        expect(Object.keys(decoded)).toEqual(["scenario", "protocol", "invariant", "moves"]);
        expect(Array.isArray(decoded.moves)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(Mistake);
      }
    }),
    { numRuns: 500, seed: 3 },
  );
});

const packed = (content: unknown): string =>
  `sc1.${deflateRawSync(JSON.stringify(content) ?? "").toString("base64url")}`;

test.for<[what: string, token: string]>([
  ["nothing", ""],
  ["the beginning alone", "sc1."],
  ["rubbish", "rubbish"],
  ["rubbish that begins well", "sc1.rubbish"],
  [
    "another version",
    encodeToken({ scenario: "s", protocol: "p", invariant: "i", moves: [] }).replace("sc1", "sc2"),
  ],
  [
    "a token in two pieces",
    encodeToken({ scenario: "s", protocol: "p", invariant: "i", moves: ["a move"] }).replace(
      /(.{9})/,
      "$1 ",
    ),
  ],
  [
    "a token with something behind it",
    `${encodeToken({ scenario: "s", protocol: "p", invariant: "i", moves: ["m"] })}AAAA`,
  ],
  ["no list", packed({ scenario: "s" })],
  ["too few names", packed(["s", "p"])],
  ["numbers for names", packed([1, 2, 3, []])],
  ["numbers for moves", packed(["s", "p", "i", [1]])],
  ["a word for moves", packed(["s", "p", "i", "moves"])],
  ["null", packed(null)],
])("%s is no token", ([, token]) => {
  expect(() => decodeToken(token)).toThrow(Mistake);
});
