export { pageBeside, writePage } from "./write-page.ts";
