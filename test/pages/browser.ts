import packaged from "@sparticuz/chromium";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type BrowserServer } from "playwright-core";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macintosh = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** A browser of the system, if there is one; else the one that comes as a package, for which nothing is installed. */
export const startBrowser = async (): Promise<BrowserServer> => {
  const system = systemBrowser();
  return chromium.launchServer({
    executablePath: system ?? (await packaged.executablePath()),
    // One process for everything would end with the first page that is closed.
    args: system
      ? ["--no-sandbox"]
      : packaged.args.filter((arg) => !/^--(?:single-process|no-zygote)$/.test(arg)),
    headless: true,
  });
};

const systemBrowser = (): string | undefined => {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = folders.flatMap((folder) => systemNames.map((name) => join(folder, name)));
  return [...candidates, macintosh].find((path) => existsSync(path));
};
