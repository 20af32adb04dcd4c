import { expect, test } from "vitest";
import { noticeTask } from "../../bench/notice/notice.ts";
import { KeeperThread, mustAgree, rings } from "../search/exhaustive/two-threads.ts";

test("two threads find the same as one among two thirds of a million states", () => {
  using thread = new KeeperThread();
  const keeps = rings.map((ring) => thread.keep("usual", ring));
  for (const version of ["right", "bug"] as const)
    expect(mustAgree(noticeTask("M", version), Number.POSITIVE_INFINITY, keeps)).toBeGreaterThan(
      650_000,
    );
});
