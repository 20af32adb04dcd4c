import type { Task } from "../task.ts";

/**
 * Whether a search of a task is guided where nobody says otherwise: where states are too many to be visited. Elsewhere
 * chance comes to most of them by itself, and bench/README.md has no gain to show.
 */
export const isWorthGuiding = ({ scenario }: Task): boolean => scenario.onlySampled !== undefined;
