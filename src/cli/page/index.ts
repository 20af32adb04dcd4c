export { differencePage } from "./difference-of.ts";
export { mutantsOf } from "./mutants-of.ts";
export { served } from "./serve.ts";
export { explorerPage, pageBeside, pageIn, pageWithMutants, writePage } from "./write-page.ts";
