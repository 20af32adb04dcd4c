export { chartLayouts, type LayOut } from "./chart-layout.ts";
export { pageOf, type PageParts } from "./page.ts";
