import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "oxfmt";
import type { Node, SourceFile } from "typescript/unstable/ast";
import { isInterfaceDeclaration, isTypeAliasDeclaration } from "typescript/unstable/ast/is";
import { API, SymbolFlags, type Project, type Symbol } from "typescript/unstable/sync";

/** A module that users import from, and the declarations that describe it. */
export interface Door {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
}

/** Something that a door exports. */
export interface Exported {
  readonly name: string;
  readonly door: string;
  /** The file that declares it, from the folder of declarations, without extension, e.g. `world/part`. */
  readonly home: string;
  readonly isType: boolean;
  /** What its docstring says, in Markdown; empty where it has none. */
  readonly says: string;
  readonly declaration: string;
  /** Types that stand beside it, are not exported, and are named by it or by one another. */
  readonly shapes: readonly string[];
}

/** All that some doors export, as their declarations have it. TypeScript itself reads them, and oxfmt lays them out. */
export const exportedBy = async (
  folder: string,
  doors: readonly Door[],
): Promise<readonly Exported[]> => {
  const there = mkdtempSync(join(tmpdir(), "sealcheck-api-"));
  const config = join(there, "tsconfig.json");
  const compilerOptions = { target: "esnext", module: "nodenext", types: [], noEmit: true };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: doors.map(({ file }) => file) }));
  const api = new API({ cwd: there });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)!;
    const found = doors.flatMap((door) => exportsOf(project, folder, door));
    return await Promise.all(
      found.map(async (each) => ({
        ...each,
        declaration: await laidOut(each.declaration),
        shapes: await Promise.all(each.shapes.map(laidOut)),
      })),
    );
  } finally {
    api.close();
    rmSync(there, { recursive: true });
  }
};

const exportsOf = ({ checker, program }: Project, folder: string, door: Door): Exported[] => {
  const module = checker.getSymbolAtLocation(program.getSourceFile(door.file)!)!;
  const symbols = checker.getExportsOfModule(module);
  const names = new Set(symbols.map(({ name }) => name));
  return symbols.map((symbol) => {
    const real = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const statement = statementOf(real.declarations[0]!.resolve()!);
    return {
      name: symbol.name,
      door: door.name,
      home: real.declarations[0]!.path.slice(folder.length + 1).replace(/\.d\.ts$/, ""),
      isType: (real.flags & SymbolFlags.Value) === 0,
      says: docstringOf(real, checker),
      declaration: textOf(statement),
      shapes: shapesBeside(statement, names).map(textOf),
    };
  });
};

/** A declaration as somebody reads it who imports it. */
const textOf = (statement: Node): string =>
  statement
    .getText()
    .replace(/^export (?:declare )?|^declare /, "")
    .replaceAll(/\bimport\("[^"]+"\)\./g, "");

/** Types of the same file that a declaration names and that have no entry of their own, with those that they name. */
const shapesBeside = (statement: Node, exported: ReadonlySet<string>): readonly Node[] => {
  const types = new Map(
    (statement.parent as SourceFile).statements
      .filter((one) => isInterfaceDeclaration(one) || isTypeAliasDeclaration(one))
      .filter((one) => one !== statement && !exported.has(one.name.text))
      .map((one) => [one.name.text, one] as const),
  );
  const found = new Set<Node>();
  const look = (from: Node): void => {
    for (const [name] of textOf(from).matchAll(/\b[A-Z]\w*/g)) {
      const shape = types.get(name);
      if (!shape || found.has(shape)) continue;
      found.add(shape);
      look(shape);
    }
  };
  look(statement);
  return [...found];
};

/** A constant is declared inside a statement; everything else is one. */
const statementOf = (node: Node): Node =>
  node.parent.parent === undefined ? node : statementOf(node.parent);

const docstringOf = (symbol: Symbol, checker: Project["checker"]): string =>
  [
    symbol.getDocumentationComment(checker),
    ...symbol
      .getJsDocTags(checker)
      .filter(({ name }) => name === "param")
      .map(({ text }) => `- ${spoken(text).replace(/^(\w+)\s+(?:-\s*)?/, "`$1`: ")}`),
  ]
    .join("\n\n")
    .trim();

const spoken = (text: unknown): string =>
  typeof text === "string"
    ? text
    : Array.isArray(text)
      ? text.map((part: { readonly text?: string }) => part.text ?? "").join("")
      : "";

const laidOut = async (declaration: string): Promise<string> =>
  (await format("api.d.ts", declaration, { printWidth: 100 })).code.trim();

/** What the files of the library are about, in the order in which a reader meets them. */
const chapters: readonly (readonly [title: string, homes: RegExp])[] = [
  ["Words", /^(?:world|promise)\/vocabulary$/],
  ["Parts", /^world\/part$|^machine\//],
  ["What emissions bring about", /^world\/wiring$/],
  ["Terms", /^term\//],
  ["Compositions", /^world\/composition$/],
  ["Protocols", /^world\/protocol$/],
  ["Promises", /^promise\//],
  ["Scenarios", /^world\/scenario$/],
  ["Adversaries", /^world\/(?:adversary|captures)$/],
  ["Mutants", /^mutate\//],
  ["Mistakes", /^mistake$/],
  ["Traces, for fast-check", /^fast-check\//],
  ["Tests, for vitest", /^vitest\//],
];

/** The page of everything that is exported. Throws where something belongs nowhere. */
export const pageOf = (exported: readonly Exported[]): string => {
  const sorted = chapters.map(([title, homes]) => {
    const here = exported.filter(({ home }) => chapterOf(home) === homes);
    return { title, here: here.toSorted(inOrder) };
  });
  const anchors = anchorsOf(
    sorted.flatMap(({ title, here }) => [title, ...here.map(({ name }) => name)]),
  );
  const anchor = (): string => anchors.shift()!;
  const linked = sorted.map(({ title, here }) => [
    `[${title}](#${anchor()})`,
    here.map(({ name }) => `[\`${name}\`](#${anchor()})`).join(" "),
  ]);
  return [
    "# Everything that is exported",
    "Made of the docstrings by `UPDATE_DOCS=1 npx vitest run test/docs/api.test.ts`, which otherwise checks that it is up to date.",
    [
      "| about | names |",
      "| --- | --- |",
      ...linked.map(([title, names]) => `| ${title} | ${names} |`),
    ].join("\n"),
    ...sorted.flatMap(({ title, here }) => [
      `## ${title}`,
      `From \`${[...new Set(here.map(({ door }) => door))].join("`, `")}\`.`,
      ...here.flatMap(({ name, says, declaration }) => [
        `### \`${name}\``,
        says,
        codeOf([declaration]),
      ]),
      ...namedHere(here),
    ]),
    "",
  ].join("\n\n");
};

const codeOf = (declarations: readonly string[]): string =>
  `\`\`\`typescript\n${declarations.join("\n\n")}\n\`\`\``;

const namedHere = (exported: readonly Exported[]): readonly string[] => {
  const shapes = new Set(exported.flatMap((each) => each.shapes));
  return shapes.size === 0 ? [] : ["Named above, and not exported:", codeOf([...shapes])];
};

const chapterOf = (home: string): RegExp => {
  const found = chapters.find(([, homes]) => homes.test(home));
  if (!found) throw new Error(`no chapter of the API page is about ${home}`);
  return found[1];
};

/** What one calls comes before what one names. Code units, so that the order is the same everywhere. */
const inOrder = (left: Exported, right: Exported): number =>
  Number(left.isType) - Number(right.isType) || (left.name < right.name ? -1 : 1);

/** Headings as they are linked to on GitHub, which numbers those that look the same. */
const anchorsOf = (headings: readonly string[]): string[] => {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const plain = heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-");
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  });
};
