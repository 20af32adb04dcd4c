import type { World } from "../world/index.ts";
import type { TableSize } from "./result.ts";

/** How large a world's tables have grown: per machine, and the three that are shared. */
export const tableSizes = ({ plan, lists, entries, knowledge, bank }: World): TableSize[] => [
  ...[...new Set(plan.parts.map(({ table }) => table))].map((table) => {
    const { name, locals, entries, xstateCalls } = table.stats();
    return { name, states: locals, entries, computed: xstateCalls };
  }),
  counted("lists", lists.size + entries.size),
  counted("knowledge", knowledge.size),
  { name: "monitors", states: bank.instances.length, entries: bank.instances.length, computed: 0 },
];

const counted = (name: string, size: number): TableSize => ({
  name,
  states: size,
  entries: size,
  computed: size,
});
