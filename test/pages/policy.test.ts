import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { root } from "../imports.ts";
import { visit } from "./visit.ts";

const folder = inject("messenger");
const file = join(folder, "index.html");
const html = readFileSync(file, "utf8");

describe("the policy of a page", () => {
  test("names nothing but hashes of what it carries", () => {
    const [, policy = ""] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const own = /<script>([^]*?)<\/script>/.exec(html)![1]!;
    const hash = createHash("sha256").update(own).digest("base64");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`'sha256-${hash}'`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test.each([
    [
      "a script of somebody else",
      "const s = document.createElement('script'); s.textContent = 'globalThis.let_in = 1'; document.head.append(s);",
    ],
    [
      "a handler in an attribute",
      "document.body.setAttribute('onclick', 'globalThis.let_in = 1'); document.body.click();",
    ],
    [
      "a style of somebody else",
      "const s = document.createElement('style'); s.textContent = 'body { --let-in: 1 }'; document.head.append(s); globalThis.let_in = getComputedStyle(document.body).getPropertyValue('--let-in') || undefined;",
    ],
  ])("keeps %s out", async (_, attempt) => {
    await visit(file, {}, async ({ page, complaints }) => {
      await page.evaluate(attempt);
      expect(await page.evaluate("globalThis.let_in")).toBeUndefined();
      expect(complaints.join()).toContain("Content Security Policy");
    });
  });

  test("lets nothing be fetched", async () => {
    await visit(file, {}, async ({ page }) => {
      const fetched = page.evaluate(
        "fetch('file:///etc/hostname').then(() => 'fetched', () => 'kept')",
      );
      expect(await fetched).toBe("kept");
    });
  });

  test("lets the models in, and they answer", async () => {
    await visit(file, { at: "#/explore/flip-in-flight/strict" }, async ({ page, complaints }) => {
      await page.click("text=ana.phone/shop: user open");
      await page.waitForSelector(".rows li");
      expect(complaints).toEqual([]);
    });
  });
});

describe("sealcheck report", () => {
  test("makes the same page again, byte for byte, without the models", () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "sealcheck-again-"));
    for (const name of ["run.json", "scenes.json", "explorer.js"])
      cpSync(join(folder, name), join(elsewhere, name));
    const again = (): string => {
      execFileSync(process.execPath, [join(root, "bin/sealcheck.js"), "report", "run.json"], {
        cwd: elsewhere,
        stdio: ["ignore", "ignore", "pipe"],
      });
      return readFileSync(join(elsewhere, "index.html"), "utf8");
    };
    expect(again() === html).toBe(true);
    rmSync(join(elsewhere, "explorer.js"));
    rmSync(join(elsewhere, "scenes.json"));
    expect(again().includes('id="island-explorer"')).toBe(false);
    writeFileSync(join(elsewhere, "scenes.json"), JSON.stringify({ of: "another" }));
    expect(again).toThrow("belongs to another run");
    rmSync(elsewhere, { recursive: true });
  });
});
