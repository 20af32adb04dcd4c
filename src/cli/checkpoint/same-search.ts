import { Mistake } from "../../mistake.ts";
import type { CheckpointOf } from "./checkpoint.ts";

/** Throws a {@link Mistake} if a checkpoint is of another search than the one that is to go on. */
export const mustBeOf = (file: string, made: CheckpointOf, search: CheckpointOf): void => {
  const difference = differenceOf(made, search);
  if (!difference) return;
  throw new Mistake({ ...difference, where: { file, line: 1 } });
};

const differenceOf = (
  made: CheckpointOf,
  search: CheckpointOf,
): { readonly what: string; readonly why: string; readonly todo: string } | undefined => {
  if (made.version !== search.version)
    return {
      what: `this checkpoint was made by sealcheck ${made.version}, and this is ${search.version}`,
      why: "another version may number states in another way",
      todo: "begin without it, or go on with the version that made it",
    };
  if (made.scenario !== search.scenario || made.protocol !== search.protocol)
    return {
      what: `this checkpoint is of ${made.scenario} under ${made.protocol}, not of ${search.scenario} under ${search.protocol}`,
      why: "each search has its own states",
      todo: "name the checkpoint of this search, or begin without one",
    };
  if (made.modelHash !== search.modelHash)
    return {
      what: "models or scenarios have changed since this checkpoint was made",
      why: `they were ${made.modelHash.slice(0, 12)} and are ${search.modelHash.slice(0, 12)}, so that its states may mean something else`,
      todo: "begin without it, or restore the sources",
    };
  const names = new Set([...Object.keys(made.options), ...Object.keys(search.options)]);
  const other = [...names].find((name) => made.options[name] !== search.options[name]);
  if (other === undefined) return undefined;
  return {
    what: `this checkpoint was made with another "${other}": ${made.options[other] ?? "none"}, not ${search.options[other] ?? "none"}`,
    why: "the search would have visited other states",
    todo: "ask for the same again, or begin without it",
  };
};
