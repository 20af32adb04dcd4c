import type { MachineTable } from "../machine/index.ts";
import type { World } from "../world/index.ts";
import { statesIn } from "./chart-sites.ts";
import { several, type StateConfig } from "./config.ts";

/** Whether a kind of part ever hears a type of event. */
type Hears = (kind: string, type: string) => boolean;

/**
 * Whether the parts of two worlds have machines that nothing can tell apart: on every event that they ever hear, from
 * every state that such events lead to, they emit the same, arm the same timers, and look the same. Tables know other
 * events as well, where mutants were tried before that bring them about; these do not count.
 */
export const sameMachines = (honest: World, changed: World, hears: Hears): boolean =>
  honest.plan.parts.every(({ table, part: { kind } }, at) => {
    const other = changed.plan.parts[at]!.table;
    const heard = (type: string): boolean => isByItself(type) || hears(kind.kind, type);
    return table === other || sameTables(table, other, tagsIn(kind.machine), heard);
  });

const tagsIn = ({ config, id }: { readonly config: object; readonly id: string }): string[] => [
  ...new Set(
    statesIn(config as StateConfig, id).flatMap((state) => several(state.config.tags).map(String)),
  ),
];

/** Timers and what completes by itself: XState names their events. */
const isByItself = (type: string): boolean => type.startsWith("xstate.");

const sameTables = (
  left: MachineTable,
  right: MachineTable,
  tags: readonly string[],
  heard: (type: string) => boolean,
): boolean => {
  const { symbols } = left.stats();
  const pairs: (readonly [number, number])[] = [[left.initial, right.initial]];
  const known = new Set([pairs[0]!.join()]);
  if (answerIn(left, left.initialEntry) !== answerIn(right, right.initialEntry)) return false;
  for (const [here, there] of pairs) {
    if (lookOf(left, here, tags) !== lookOf(right, there, tags)) return false;
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (!heard(left.eventOf(symbol).type)) continue;
      const one = left.entry(here, symbol);
      const other = right.entry(there, right.symbolOf(left.eventOf(symbol)));
      if (answerIn(left, one) !== answerIn(right, other)) return false;
      const next = [left.nextOf[one]!, right.nextOf[other]!] as const;
      if (known.has(next.join())) continue;
      known.add(next.join());
      pairs.push(next);
    }
  }
  return true;
};

/** What others can see of a state. */
const lookOf = (table: MachineTable, local: number, tags: readonly string[]): string => {
  const view = table.view(local);
  return `${table.key(local)} ${tags.filter((tag) => view.has(tag)).join()}`;
};

/** What an entry does, apart from where it leads. */
const answerIn = (table: MachineTable, entry: number): string => {
  const timers = table.timersOf[entry]!;
  return JSON.stringify([
    table.handledOf[entry] === 1,
    table.emissionsOf[entry]!.map((emission) => table.emissionOf(emission)),
    timers.map((value, at) => (at % 2 === 0 ? table.timers[value]!.id : value)),
  ]);
};
