export { explorer, type Declared, type Explorable, type Explorer } from "./explorer.ts";
export { machinesOf, type Undrawn } from "./machines.ts";
export { film, stageOf } from "./scene.ts";
