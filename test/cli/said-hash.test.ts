import { join } from "node:path";
import { expect, test } from "vitest";
import { saidHash } from "../../src/cli/project/index.ts";
import { userProject } from "../user-project.ts";

const flip = `import { relay } from "../models/relay.ts";
/** Ana writes. */
export default relay({ says: "Ana writes" });
`;

const hedged = "export const relay = ({ says }) => `perhaps ${says}`;\n";

const hashOf = (files: Readonly<Record<string, string>>): string => {
  using project = userProject();
  const { folder, write } = project;
  const relay = "export const relay = ({ says }) => says;\n";
  const models = { "models/relay.ts": relay, "models/hedged.ts": hedged };
  for (const [file, text] of Object.entries({ ...models, ...files })) write(file, text);
  return saidHash({
    project: folder,
    models: join(folder, "models"),
    scenarios: join(folder, "scenarios"),
    reports: join(folder, "reports"),
  });
};

test.each<[what: string, alike: boolean, files: Readonly<Record<string, string>>]>([
  [
    "a comment",
    true,
    { "scenarios/flip.ts": `// First of all.\n${flip.replace("Ana writes. ", "")}` },
  ],
  ["its layout", true, { "scenarios/flip.ts": flip.replace("({ says", "(\n  {\n    says") }],
  ["its file's name", true, { "scenarios/chats/flop.ts": flip.replace("../", "../../") }],
  ["a sentence", false, { "scenarios/flip.ts": flip.replace('Ana writes"', 'Bob writes"') }],
  ["code", false, { "scenarios/flip.ts": `${flip}export const more = 1;\n` }],
  [
    "whom it has a word from",
    false,
    { "scenarios/flip.ts": flip.replace("models/relay", "models/hedged") },
  ],
  ["one more file", false, { "scenarios/flip.ts": flip, "scenarios/other.ts": "export {};" }],
])("of a scenario, %s changed: it says the same: %s", (_, alike, files) => {
  expect(hashOf(files) === hashOf({ "scenarios/flip.ts": flip })).toBe(alike);
});
