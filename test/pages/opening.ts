import type { Browser } from "playwright-core";

/** How long a page takes, in milliseconds. */
export interface Opening {
  /** Until its first screen stands there. */
  readonly first: number;
  /** From the click on a story until it is on its stage. */
  readonly story: number;
}

/** Opens a page cold, so many times, and then a story of it; the best of each. */
export const openingOf = async (
  browser: Browser,
  { file, story, times = 3 }: { readonly file: string; readonly story: string; times?: number },
): Promise<Opening> => {
  const measured: Opening[] = [];
  for (let count = 0; count < times; count++) {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.addInitScript(watch);
    const shown = (): Promise<number> =>
      page
        .waitForFunction(() => (globalThis as unknown as Watch).shownAt)
        .then((handle) => handle.jsonValue() as Promise<number>);
    await page.goto(`file://${file}`);
    const first = await shown();
    const clicked = await page.evaluate(
      (hash) => {
        const watched = globalThis as unknown as Watch;
        watched.shownAt = undefined;
        watched.wanted = ".sequence .rows li";
        document.location.hash = hash;
        return performance.now();
      },
      `#/trace/${encodeURIComponent(story)}`,
    );
    measured.push({ first, story: (await shown()) - clicked });
    await context.close();
  }
  return {
    first: Math.min(...measured.map(({ first }) => first)),
    story: Math.min(...measured.map(({ story: one }) => one)),
  };
};

/** What a page is told to look out for, and when it stood there. */
interface Watch {
  wanted: string;
  shownAt: number | undefined;
}

/** Runs in the page: what merely says that the page opens is not what is wanted. */
const watch = (): void => {
  const watched = globalThis as unknown as Watch;
  watched.wanted = "main h1";
  new MutationObserver(() => {
    if (watched.shownAt === undefined && document.querySelector(watched.wanted))
      watched.shownAt = performance.now();
  }).observe(document, { childList: true, subtree: true });
};
