export { differencePage } from "./difference-of.ts";
export { served } from "./serve.ts";
export { explorerPage, pageBeside, pageIn, writePage } from "./write-page.ts";
