import { nothing } from "../term/index.ts";
import { MoveList, type LiveWorld, type World } from "../world/index.ts";
import { coveredBy, timesIn } from "./covered.ts";
import { Random, seedOf } from "./random.ts";
import { liveWorldOf, worldOf, type Task } from "./task.ts";

/** What walking tables and live actors side by side showed. */
export interface SelfTest {
  readonly steps: number;
  readonly walks: number;
  /** Each: what differed, after which moves. Empty means no difference. */
  readonly differences: readonly string[];
}

/**
 * Walks the tabulated and the live world side by side on random moves and compares everything after each: moves on
 * offer, part states, channels, stores, readable messages, facts, and at the end every promise's verdict and all states
 * and transitions that came up.
 */
export const selfTest = (
  task: Task,
  { seed, steps }: { seed: number; steps: number },
): SelfTest => {
  const world = worldOf(task);
  const random = new Random(seedOf(seed, task.scenarioName, task.protocol.name));
  const differences: string[] = [];
  const went = new Set<string>();
  let made = 0;
  let walks = 0;
  while (made < steps && differences.length === 0) {
    walks++;
    const live = liveWorldOf(task);
    const moves = walkBoth(
      task,
      world,
      live,
      random,
      Math.min(task.scenario.bound.moves, steps - made),
      differences,
    );
    for (const name of cameUp(live)) went.add(name);
    if (moves === 0) break;
    made += moves;
  }
  if (differences.length === 0) differences.push(...coverageDifferences(world, went));
  return { steps: made, walks, differences };
};

const walkBoth = (
  task: Task,
  world: World,
  live: LiveWorld,
  random: Random,
  most: number,
  differences: string[],
): number => {
  const offered = new MoveList();
  const names: string[] = [];
  const violated = new Set<number>();
  world.begin();
  const note = (what: string): void =>
    void differences.push(
      `${task.scenarioName}, ${task.protocol.name}: ${what} after: ${names.join(" · ")}`,
    );
  for (; names.length < most;) {
    const liveNames = live.moves().map(({ name }) => name);
    const tabled = world.offers.names();
    if (liveNames.join("\n") !== tabled.join("\n"))
      note(`offers differ: ${onlyIn(liveNames, tabled)}`);
    world.offers.list(offered);
    const name = takeAny(world, offered, random);
    if (name === undefined) break;
    names.push(name);
    for (const instance of world.violations) violated.add(instance);
    const { facts } = live.take(name);
    const tabledFacts = world.facts.map((id) => JSON.stringify(world.fact(id)));
    if (tabledFacts.join() !== facts.map((fact) => JSON.stringify(fact)).join())
      note(
        `facts differ: ${onlyIn(
          facts.map((fact) => JSON.stringify(fact)),
          tabledFacts,
        )}`,
      );
    for (const difference of stateDifferences(world, live)) note(difference);
    if (differences.length > 0) return names.length;
  }
  for (const difference of verdictDifferences(world, live, violated)) note(difference);
  return names.length;
};

const takeAny = (world: World, offered: MoveList, random: Random): string | undefined => {
  while (offered.count > 0) {
    const at = random.below(offered.count);
    const name = world.offers.nameOf(offered, at);
    if (world.apply(offered.kind[at]!, offered.a[at]!, offered.b[at]!, offered.outputs[at]!))
      return name;
    offered.drop(at);
  }
  return undefined;
};

const onlyIn = (live: readonly string[], tabled: readonly string[]): string =>
  `live only ${JSON.stringify(live.filter((one) => !tabled.includes(one)))}, tables only ${JSON.stringify(tabled.filter((one) => !live.includes(one)))}`;

const stateDifferences = (world: World, live: LiveWorld): string[] => {
  const { plan, cells, layout, lists, entries, knowledge, programs } = world;
  const differences: string[] = [];
  for (const { index, part, table } of plan.parts) {
    const expected = live.members.get(part.name)!.actor.key();
    if (table.key(cells[index]!) !== expected)
      differences.push(`${part.name} is in ${table.key(cells[index]!)}, live in ${expected}`);
  }
  plan.registers.forEach(({ part, name }, index) => {
    const holder = plan.parts[part]!.part.name;
    const tabled = entries.items(cells[layout.registers + index]!).join();
    const { id } = live.members.get(holder)!.held.get(name)!;
    const expected = id === nothing.id ? "" : String(id);
    if (tabled !== expected)
      differences.push(`${holder} holds ${tabled} as ${name}, live ${expected}`);
  });
  plan.channels.forEach(({ name, order }, index) => {
    const tabled = [...lists.items(cells[layout.channels + index]!)].map(
      (item) => programs.items[item]!,
    );
    const expected = live.channels.get(name)!.items.map(({ to, term }) => `${to} ${term.id}`);
    const found = tabled.map(({ part, term }) => `${plan.parts[part]!.part.name} ${term}`);
    const same = order === "fifo" ? [found, expected] : [found.toSorted(), expected.toSorted()];
    if (same[0]!.join() !== same[1]!.join())
      differences.push(`channel ${name} holds ${found.join()}, live ${expected.join()}`);
  });
  plan.coalitions.forEach(({ name }, index) => {
    const tabled = [...knowledge.bodies(cells[layout.coalitions + index]!)].toSorted(
      (a, b) => a - b,
    );
    const expected = live.knowledge
      .get(name)!
      .bodies()
      .map(({ id }) => id)
      .toSorted((a, b) => a - b);
    if (tabled.join() !== expected.join())
      differences.push(`${name} reads ${tabled.join()}, live ${expected.join()}`);
  });
  plan.stores.forEach(({ name }, index) => {
    const tabled = [...entries.items(cells[layout.stores + index]!)].join();
    const expected = live.stores
      .get(name)!
      .map(({ id }) => id)
      .join();
    if (tabled !== expected) differences.push(`store ${name} holds ${tabled}, live ${expected}`);
  });
  return differences;
};

const verdictDifferences = (
  world: World,
  live: LiveWorld,
  violated: ReadonlySet<number>,
): string[] => {
  const tabled = new Set(
    [...violated].map((instance) => {
      const { invariant, binding } = world.bank.instances[instance]!;
      return `${world.bank.invariants[invariant]!.id} ${JSON.stringify(binding)}`;
    }),
  );
  const expected = new Set(
    [...live.judgements("cut")].flatMap(([id, { violations }]) =>
      violations
        .filter(({ at }) => !live.wasSetUp(at))
        .map(({ binding }) => `${id} ${JSON.stringify(binding)}`),
    ),
  );
  return tabled.symmetricDifference(expected).size === 0
    ? []
    : [`verdicts differ: ${onlyIn([...expected], [...tabled])}`];
};

/** Kinds of part with each state and transition that live actors went through. */
const cameUp = ({ members }: LiveWorld): string[] =>
  [...members.values()].flatMap(({ part: { kind }, actor }) => [
    ...[...actor.states].map((name) => `${kind.kind} state ${name}`),
    ...[...actor.transitions].map((name) => `${kind.kind} transition ${name}`),
  ]);

const coverageDifferences = (world: World, went: ReadonlySet<string>): string[] => {
  const tabled = new Set(
    coveredBy(world, [timesIn(world)])
      .filter(({ seen, what }) => seen && what !== "intent")
      .map(({ part, what, name }) => `${part} ${what} ${name}`),
  );
  return tabled.symmetricDifference(went).size === 0
    ? []
    : [`what came up differs: ${onlyIn([...went], [...tabled])}`];
};
