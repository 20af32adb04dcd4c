import { describe, test } from "vitest";
import { moreMistakes, mustBeTold } from "../cli/told-mistakes.ts";

describe.concurrent("a mistake in a project is told with its place, and nothing is searched", async () => {
  test.each(moreMistakes.map((mistake) => [mistake[0], mistake] as const))("%s", (_, mistake) =>
    mustBeTold(mistake),
  );
});
