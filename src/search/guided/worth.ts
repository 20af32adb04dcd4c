import type { Task } from "../task.ts";

/** Whether a search of a task is guided unless somebody says otherwise. */
export const isWorthGuiding = ({ scenario }: Task): boolean => scenario.bound.moves > 0;
