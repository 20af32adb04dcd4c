import { join } from "node:path";
import { describe, inject, test } from "vitest";
import { mustBeUsable } from "./usable.ts";

const file = join(inject("messenger"), "index.html");
const story = encodeURIComponent("flip-in-flight.announced-2021.P3.a");
const pair = encodeURIComponent("two-runs/whatever-the-terms.announced-2021.P5.c");
const explored = "#/explore/flip-in-flight/announced-2021";

/** Every kind of page, and addresses that lead nowhere. */
const routes = [
  "",
  "#/?under=strict",
  "#/promise/P3.a/announced-2021",
  "#/promise/P3.a/strict",
  `#/trace/${story}`,
  `#/trace/${story}/2`,
  `#/trace/${pair}`,
  "#/ledger",
  "#/scenarios",
  "#/explore",
  explored,
  `${explored}?moves=${encodeURIComponent("ana.phone/shop user.open\nana.phone/shop user.compose")}`,
  "#/coverage",
  "#/coverage?machine=businessConversation&search=2",
  "#/models",
  "#/models/businessConversation",
  "#/about",
  "#/trace/no-such-story",
  "#/promise/none/at%20all",
  "#/nowhere",
  "#/%E0%A4%A",
];

describe.each(routes)("the page at %j", (at) => {
  test("opens cold, asks for nothing else, is wholly there, and everybody can use it", async () => {
    await mustBeUsable(file, at);
  });
});
