import { expect, test } from "vitest";
import { openedBy } from "../../models/groupMessages.ts";
import { publicKeyOf } from "../../models/keys.ts";
import { strictVersion } from "../../models/protocols/strict.ts";
import type { Version } from "../../models/version.ts";
import { attackedBy, liveWorldOf, worldOf } from "../../src/search/index.ts";
import { encrypt, pair, publicKey, seal, sign, type Term } from "../../src/term/index.ts";
import { tasks } from "./project.ts";

const all = Array.from({ length: 11 }, (_, at) => `A${at}`);

test("every adversary has something to do in a scenario, or it is said why not", () => {
  const places = new Map(all.map((name) => [name, 0]));
  // Versions differ in what their parts do, and not in who there is.
  const casts = new Map(tasks.map((task) => [task.scenarioName, task]));
  for (const [
    scenario,
    {
      protocol,
      scenario: { cast },
    },
  ] of casts) {
    const { adversaries, idle } = protocol.compose(cast);
    const there = new Set(adversaries.map(({ name }) => name));
    for (const name of all) {
      expect([scenario, name, there.has(name)]).toEqual([scenario, name, idle[name] === undefined]);
      if (there.has(name)) places.set(name, places.get(name)! + 1);
    }
  }
  for (const [name, count] of places) expect([name, count > 0]).toEqual([name, true]);
});

test("whoever examines a phone finds what its chats keep, and nothing else attacks", () => {
  const task = tasks.find(({ scenarioName }) => scenarioName === "readable-backup")!;
  const world = worldOf(
    attackedBy({ ...task, scenario: { ...task.scenario, adversary: undefined } }, "A9"),
  );
  const moves = world.offers.names("all");
  expect(moves.filter((move) => move.startsWith("corrupt"))).toEqual(["corrupt ana.phone"]);
  expect(moves.filter((move) => /^(?:inject|suppress|replay)/.test(move))).toEqual([]);
});

/** Whatever somebody can send who knows these: any content beside any sealed key. */
function* groupMessagesOf(leaves: readonly Term[]): Generator<Term> {
  const encrypted = leaves.flatMap((key) => leaves.map((text) => encrypt(key, text)));
  const ciphertexts = [...leaves, ...encrypted];
  const signed = leaves.flatMap((key) => ciphertexts.map((one) => sign(key, one)));
  const halves = leaves.map((one) => publicKey(one));
  const sealed = [...leaves, ...halves].flatMap((reader) => leaves.map((key) => seal(reader, key)));
  for (const content of [...ciphertexts, ...signed])
    for (const key of [...leaves, ...sealed]) yield pair(content, key);
}

test.each([
  ["strict", strictVersion, 1],
  ["unsigned-messages", { ...strictVersion, groupRules: [] }, 2],
] as const)(
  "a member has phones show all that one could who tries whatever there is: %s",
  (protocol, version: Version, count) => {
    const task = tasks.find(
      (one) =>
        one.scenarioName === "adversaries/malicious-member" &&
        one.protocol.name === `${protocol} against A5`,
    )!;
    const world = liveWorldOf(task);
    for (const move of ["ana.phone/family user.compose", "deliver ana.phone→relay"])
      world.take(move);
    const shows = (sent: Iterable<Term>): string[] => {
      const shown = new Set<string>();
      for (const message of sent)
        for (const phone of ["ana.phone", "bob.phone"]) {
          const text = openedBy(version, [publicKeyOf(phone)], message);
          if (text) shown.add(`${text.label} on ${phone}`);
        }
      return [...shown].toSorted();
    };
    const made = world
      .moves()
      .flatMap(({ name, sends }) =>
        name.startsWith("inject ") && sends?.item.to === "relay/family" ? [sends.item.term] : [],
      );
    const all = shows(groupMessagesOf(world.knowledge.get("cem")!.given()));
    expect(shows(made)).toEqual(all);
    expect(all).toHaveLength(count);
  },
);
