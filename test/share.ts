/**
 * How much of its random material a test takes: all of it among the deep tests (`npm run test:deep`), a sixth of it
 * otherwise. What a test asks to have met shrinks with it.
 */
export const share = (all: number): number =>
  process.env["SEALCHECK_DEEP"] === "1" ? all : Math.ceil(all / 6);
