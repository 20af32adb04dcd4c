import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealed } from "../../src/cli/sealed-text.ts";
import { root } from "../imports.ts";
import type { UserProject } from "../user-project.ts";
import { libraryProject } from "./library-project.ts";
import { sealcheck, startSealcheck } from "./sealcheck.ts";

let library: UserProject;

beforeAll(() => {
  library = libraryProject();
});
afterAll(() => library[Symbol.dispose]());

const read = (file: string): string =>
  readFileSync(join(library.folder, "reports/latest", file), "utf8");

describe("a run", () => {
  test("ends by naming its page, which report makes again byte for byte, and whose stories show draws", () => {
    library.write("reports/latest/gate.json", "of an earlier run");
    const { out } = sealcheck(library.folder, ["run", "lending/lossy", "--runs", "100"]);
    expect(out).toContain("\nreport: reports/latest/index.html\n");
    const page = read("index.html");
    const again = sealcheck(library.folder, ["report", "reports/latest/run.json"]);
    expect(again).toMatchObject({ status: 0, out: "report: reports/latest/index.html\n", err: "" });
    expect(read("index.html") === page).toBe(true);
    const shown = sealcheck(library.folder, ["show", "lending/lossy.sealed-slips.L2.a"]);
    expect(shown.status).toBe(0);
    expect(shown.out).toMatch(/^L2\.a in lending\/lossy under sealed-slips\n/);
    expect(shown.out).toMatch(/^ 2 +\|-*x/m);
  });

  test("takes charts that were laid out before, and lays them out anew where that cannot be read", () => {
    const charts = "reports/cache/charts.json";
    const kept = (): string => readFileSync(join(library.folder, charts), "utf8");
    const page = (): string => {
      expect(sealcheck(library.folder, ["run", "lending/lossy", "--runs", "100"]).status).toBe(0);
      return read("index.html");
    };
    const [first, laidOut] = [page(), kept()];
    const wider = laidOut.replace(/"width":\d+/, '"width":12345');
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    library.write(charts, sealed(version, JSON.parse(wider.split("\n")[1]!)));
    expect(page()).not.toBe(first);
    for (const broken of ["{ half", wider]) {
      library.write(charts, broken);
      expect(page() === first).toBe(true);
      expect(kept()).toBe(laidOut);
    }
  });

  test.each([
    ["no-such-file.json", "there is no file"],
    ["package.json", "this file is not the report of a run"],
  ])("report of %s is a mistake", (file, says) => {
    const { status, err } = sealcheck(library.folder, ["report", file]);
    expect(status).toBe(2);
    expect(err).toContain(says);
  });
});

describe("explore", () => {
  test("serves the page to this machine alone, until it is interrupted", async () => {
    const { child, ended } = startSealcheck(library.folder, ["explore", "lending/lossy"]);
    const [said] = (await once(child.stdout!, "data")) as [string];
    const [address = ""] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
    expect(said).toContain(`${address}#/explore/lending%2Flossy/`);
    const page = await fetch(address);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await page.text()).includes('id="island-explorer"')).toBe(true);
    expect((await fetch(`${address}other`)).status).toBe(404);
    child.kill("SIGINT");
    expect((await ended).status).toBe(0);
  });

  test("of a scenario that there is not is a mistake", () => {
    const { status, err } = sealcheck(library.folder, ["explore", "nowhere"]);
    expect(status).toBe(2);
    expect(err).toContain('there is no scenario "nowhere"');
  });
});
