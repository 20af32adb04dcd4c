export { explorer, type Declared, type Explorable, type Explorer } from "./explorer.ts";
export { machinesOf, type Undrawn } from "./machines.ts";
export { film, filmPair, stageOf, type Filmed } from "./scene.ts";
