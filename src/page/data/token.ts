import type { TraceName } from "../../search/token.ts";

/**
 * The word that replays a trace on a command line. A page makes it anew from the moves, since among thousands of
 * traces it would be the largest part of each; it need not be the very word that the terminal showed.
 */
export const tokenOf = async ({
  scenario,
  protocol,
  invariant,
  moves,
  repeatsFrom,
}: TraceName): Promise<string> => {
  const names = [scenario, protocol, invariant, moves, ...(repeatsFrom ? [repeatsFrom] : [])];
  const deflated = new Blob([JSON.stringify(names)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(deflated).arrayBuffer());
  const base64 = btoa(String.fromCharCode(...bytes));
  return `sc1.${base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
};
