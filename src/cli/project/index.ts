export { loadMutants, type Mutants } from "./load-mutants.ts";
export { loadProject } from "./load.ts";
export { modelHash } from "./model-hash.ts";
export { saidHash } from "./said-hash.ts";
export {
  nameOf,
  promisesFor,
  tasksOf,
  type NamedScenario,
  type Project,
  type TaskName,
} from "./project.ts";
export {
  attackAll,
  type Skipped,
  leavesOut,
  select,
  taskNamed,
  unattackedTask,
  unknown,
} from "./select.ts";
export { misnamed, validate } from "./validate.ts";
export { wordsOf } from "./words-of.ts";
