export { served } from "./serve.ts";
export { explorerPage, pageBeside, writePage } from "./write-page.ts";
