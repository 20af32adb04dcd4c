import { chromium, type Browser, type Page } from "playwright-core";
import { inject } from "vitest";

/** How a page is looked at. */
export interface Look {
  /** The part of the address after the file, e.g. `#/about`. */
  readonly at?: string;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
}

/** A page that was opened cold, with all that it asked for and complained of. */
export interface Visit {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

let browser: Promise<Browser> | undefined;

/** The one browser of all tests. */
export const theBrowser = (): Promise<Browser> => (browser ??= chromium.connect(inject("browser")));

/** Opens a file in a fresh window without a network, lets somebody look, and closes it. */
export const visit = async <T>(
  file: string,
  { at = "", width = 1280, height = 900, theme = "light" }: Look,
  look: (visit: Visit) => Promise<T>,
): Promise<T> => {
  const context = await (
    await theBrowser()
  ).newContext({
    viewport: { width, height },
    colorScheme: theme,
    offline: true,
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => {
      // Pictures that the page draws for itself never leave it.
      if (!/^(?:blob|data):/.test(request.url())) requests.push(request.url());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(`file://${file}${at}`);
    await page.waitForSelector("h1, [role=alert]");
    await page.waitForFunction(() => document.querySelector(".loading") === null);
    return await look({ page, requests, complaints });
  } finally {
    await context.close();
  }
};

export interface Box {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the elements that match a selector lie in the window. */
export const boxesOf = (page: Page, selector: string): Promise<Box[]> =>
  page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { name: element.textContent ?? "", left, right, top, bottom };
    }),
  );

/** Pairs of boxes that lie over each other. */
export const overlaps = (boxes: readonly Box[]): string[] =>
  boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (other) =>
          one.left < other.right - 1 &&
          other.left < one.right - 1 &&
          one.top < other.bottom - 1 &&
          other.top < one.bottom - 1,
      )
      .map((other) => `${one.name} over ${other.name}`),
  );
