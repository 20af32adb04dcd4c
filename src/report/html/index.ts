export { graphOf } from "./chart-graph.ts";
export { chartLayouts, type LayOut } from "./chart-layout.ts";
export { pageOf, type CarriedTrace, type PageParts } from "./page.ts";
