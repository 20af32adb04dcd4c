import { expect, test } from "vitest";
import { exhaust } from "../../src/search/index.ts";
import { attacks } from "./project.ts";

/** Of each attack: the protocols that are open to it, with the moves of the shortest story, and those that are mended. */
const expected: Readonly<
  Record<string, readonly [open: Readonly<Record<string, number>>, mended: readonly string[]]>
> = {
  "backup-read": [{ "plain-backup": 3, "password-backup": 4 }, ["key-backup"]],
  "burgle-into-the-group": [{ "unsigned-management": 1 }, ["signed-management"]],
  clone: [{ tolerant: 5 }, ["strict-session"]],
  "directory-equivocation": [{ "unaudited-directory": 4 }, ["audited-directory"]],
  "first-message-replay": [{ "no-one-time-prekey": 5 }, ["one-time-prekey"]],
  "ghost-user": [{ "silent-participant": 2 }, ["everybody-shown"]],
  "key-compromise-impersonation": [{ "unsigned-first-message": 2 }, ["signed-first-message"]],
  lowe: [{ "needham-schroeder": 3 }, ["needham-schroeder-lowe"]],
  mitm: [{ x3dh: 2 }, ["x3dh-verified"]],
  "new-key-while-it-waits": [{ retransmitting: 2 }, ["waiting-for-the-person"]],
  "name-for-a-key": [{ "untold-keys": 2 }, ["told-keys"]],
  "old-session-key": [{ "undated-ticket": 2 }, ["asked-for-ticket"]],
  "prekey-depletion": [{ "falling-back": 6 }, ["insisting"]],
  "removed-member": [{ "kept-sender-key": 3 }, ["new-sender-key"]],
  "service-names-the-devices": [{ "unsigned-devices": 2 }, ["signed-devices"]],
  "service-names-the-members": [{ listed: 2, "listed-and-shown": 2 }, ["listed-and-signed"]],
  "unknown-key-share": [{ nameless: 4 }, ["named"]],
};

const withoutAttacker = (protocol: string): string => protocol.replace(/ against .*$/, "");

test("every attack is open where it was described, and nowhere where it was mended", () => {
  const found = attacks.map((task) => {
    const { counterexamples, exhaustion, tested } = exhaust(task, {
      together: true,
      watch: () => undefined,
    });
    const name = task.scenarioName.replace(/^attacks\//, "");
    expect(exhaustion?.stopped, `${name}: every state is visited`).toBeUndefined();
    for (const id of task.scenario.about)
      expect(tested[id], `${id} is put to the test in ${name}`).toBeGreaterThan(0);
    expect(counterexamples.map(({ invariant }) => invariant).toSorted()).toEqual(
      Object.keys(task.scenario.expects[task.protocol.name] ?? {}).toSorted(),
    );
    const sought = counterexamples.filter(({ invariant }) =>
      task.scenario.about.includes(invariant),
    );
    const moves = Math.min(...sought.map(({ steps }) => steps.length));
    return { name, protocol: withoutAttacker(task.protocol.name), moves };
  });
  const told = Object.fromEntries(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, rows]) => {
      const open = rows.filter(({ moves }) => moves !== Infinity);
      return [
        name,
        [
          Object.fromEntries(open.map(({ protocol, moves }) => [protocol, moves])),
          rows.filter((row) => !open.includes(row)).map(({ protocol }) => protocol),
        ],
      ];
    }),
  );
  expect(told).toEqual(expected);
});
