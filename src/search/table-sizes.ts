import type { World } from "../world/index.ts";
import type { TableSize } from "./result.ts";

/** How large a world's tables have grown: per machine, and the three that are shared. */
export const tableSizes = ({ plan, lists, knowledge, bank }: World): TableSize[] => [
  ...[...new Set(plan.parts.map(({ table }) => table))].map((table) => {
    const { name, locals, entries, xstateCalls } = table.stats();
    return { name, states: locals, entries, computed: xstateCalls };
  }),
  { name: "lists", states: lists.size, entries: lists.size, computed: lists.size },
  { name: "knowledge", states: knowledge.size, entries: knowledge.size, computed: knowledge.size },
  { name: "monitors", states: bank.instances.length, entries: bank.instances.length, computed: 0 },
];
