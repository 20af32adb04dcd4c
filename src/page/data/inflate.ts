import { unpack, type Packed } from "../../report/html/pack.ts";

/** The text of an island: base64 of a deflated text. Undefined if the page has none of that name. */
export const islandText = async (name: string): Promise<string | undefined> => {
  const find = (): HTMLElement | null => document.getElementById(`island-${name}`);
  // Stories stand behind the application, which need not wait for all of them.
  if (!find()) await allRead();
  const packed = find()?.textContent;
  if (packed === undefined || packed === null) return undefined;
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
};

/** Comes true once the browser has read the whole file. */
const allRead = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });

/** An island's data, decoded. */
export const island = async <T>(name: string): Promise<T> => JSON.parse(await present(name)) as T;

/** The same of an island in which everything stands once. */
export const packedIsland = async <T>(name: string): Promise<T> =>
  unpack(JSON.parse(await present(name)) as Packed) as T;

const present = async (name: string): Promise<string> => {
  const text = await islandText(name);
  if (text === undefined) throw new Error(`this page has no data called ${name}`);
  return text;
};
