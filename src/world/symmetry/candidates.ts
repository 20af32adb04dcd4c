import type { Plan } from "../plan.ts";
import { mapsParts } from "./plan-renaming.ts";
import { exchangeOf, type Words } from "./words.ts";

/**
 * Exchanges of words that look like symmetries: they make a part of another of the same kind, and lead from every part
 * to one of its kind. Those that move the fewest words first.
 */
export const candidatesIn = (plan: Plan): Words[] => {
  const candidates = new Map<string, Words>();
  for (const { part, index } of plan.parts)
    for (const { part: other } of plan.parts.slice(index + 1)) {
      const exchange = part.kind === other.kind && exchangeOf(part.name, other.name);
      if (exchange && !candidates.has(exchange.key)) candidates.set(exchange.key, exchange);
    }
  return [...candidates.values()]
    .filter((words) => mapsParts(plan, words))
    .toSorted((left, right) => left.size - right.size || (left.key < right.key ? -1 : 1));
};
