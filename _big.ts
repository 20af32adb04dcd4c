import { readFileSync, writeFileSync } from "node:fs";
import { pageOf } from "./src/report/html/index.ts";
const run = JSON.parse(readFileSync("reports/latest/run.json", "utf8"));
const scenes = JSON.parse(readFileSync("reports/latest/scenes.json", "utf8"));
const n = run.traces.length;
const traces = Array.from({ length: 100_000 }, (_, i) => ({
  ...run.traces[(i * 7) % n],
  foundInRun: i,
  foundWith: 20 + (i % 37),
}));
const t = performance.now();
const html = pageOf({
  run: { ...run, traces },
  scenes: { ...scenes, scenes: traces.map((_: unknown, i: number) => scenes.scenes[(i * 7) % n]) },
  explorer: undefined,
  script: readFileSync("dist/page.js", "utf8").trimEnd(),
  style: readFileSync("dist/page.css", "utf8").trimEnd(),
});
console.log(
  "distinct",
  n,
  "bytes",
  html.length,
  "per trace",
  (html.length / 100_000).toFixed(0),
  "build ms",
  (performance.now() - t) | 0,
);
writeFileSync("/tmp/big.html", html);
