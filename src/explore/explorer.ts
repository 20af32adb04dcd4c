import type { PrivacyPromise } from "../promise/index.ts";
import type { Explored, Offer } from "../report/scenes.ts";
import { takeByName } from "../search/take-by-name.ts";
import { worldOf, type Task } from "../search/task.ts";
import { MoveList } from "../world/move.ts";
import { natureOf } from "../world/move-nature.ts";
import type { LiveWorld } from "../world/live-world.ts";
import type { Scenario } from "../world/scenario.ts";
import type { World } from "../world/world.ts";
import { film, stageOf } from "./scene.ts";

/** A scenario that can be explored under a protocol. */
export interface Explorable {
  readonly scenario: string;
  readonly says: string;
  readonly protocol: string;
}

/** Answers what happens after any moves of anybody's choice. */
export interface Explorer {
  readonly tasks: readonly Explorable[];
  /** Throws a Mistake where the moves are not possible. */
  readonly after: (scenario: string, protocol: string, moves: readonly string[]) => Explored;
}

/** What a project declares: the exports of its sources, and for those of scenarios their names. */
export interface Declared {
  readonly scenarioName: string | undefined;
  readonly exports: Readonly<Record<string, unknown>>;
}

/**
 * Explores what the sources of a project declare. Tables fill as one goes; what was chosen is told by live actors, and
 * what would break is only proposed by the tables until it is chosen.
 */
export const explorer = (sources: readonly Declared[], kinds: readonly string[]): Explorer => {
  const tasks = tasksIn(sources);
  const worlds = new Map<Task, World>();
  return {
    tasks: tasks.map(({ scenarioName, scenario, protocol }) => ({
      scenario: scenarioName,
      says: scenario.says,
      protocol: protocol.name,
    })),
    after: (scenario, protocol, moves) => {
      const task = tasks.find(
        (one) => one.scenarioName === scenario && one.protocol.name === protocol,
      );
      if (!task)
        throw new Error(`no scenario ${scenario} under ${protocol} travels with this page`);
      const filmed = film(task, moves);
      const world = worlds.get(task) ?? worldOf(task);
      worlds.set(task, world);
      return {
        stage: stageOf(task, filmed, (kind) => kinds.indexOf(kind)),
        scene: { stage: 0, ...filmed.scene },
        facts: filmed.facts,
        offers: offersAfter(world, moves),
        broken: brokenIn(filmed.world),
        atRest: filmed.world.moves("nobody").length === 0,
      };
    },
  };
};

const tasksIn = (sources: readonly Declared[]): Task[] => {
  const promises = [
    ...new Set(sources.flatMap(({ exports }) => Object.values(exports).filter(isPromise))),
  ].toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return sources.flatMap(({ scenarioName, exports }) => {
    const scenario = Object.values(exports).find(isScenario);
    if (scenarioName === undefined || scenario === undefined) return [];
    return scenario.protocols.map((protocol) => ({ scenario, scenarioName, protocol, promises }));
  });
};

const declares = (value: unknown, what: string): boolean =>
  typeof value === "object" && value !== null && "sealcheck" in value && value.sealcheck === what;

const isPromise = (value: unknown): value is PrivacyPromise => declares(value, "promise");
const isScenario = (value: unknown): value is Scenario => declares(value, "scenario");

/** What may happen after the moves, each with the promises that it would break. */
const offersAfter = (world: World, moves: readonly string[]): Offer[] => {
  world.begin();
  for (const move of moves) if (!takeByName(world, move)) return [];
  const offered = new MoveList();
  world.offers.list(offered);
  const names = Array.from({ length: offered.count }, (_, at) => world.offers.nameOf(offered, at));
  const here = world.save();
  return names.flatMap((move, at) => {
    world.load(here);
    const { kind, a, b, outputs } = offered;
    // A channel is too full for it.
    if (!world.apply(kind[at]!, a[at]!, b[at]!, outputs[at]!)) return [];
    const broken = world.violations.map((instance) => world.bank.instances[instance]!.invariant);
    const ids = new Set(broken.map((invariant) => world.bank.invariants[invariant]!.id));
    return [{ move, nature: natureOf(move), breaks: [...ids] }];
  });
};

const brokenIn = (world: LiveWorld): Explored["broken"] =>
  [...world.judgements("quiescent")].flatMap(([invariant, { params, violations }]) =>
    violations
      .filter(({ at }) => !world.wasSetUp(at))
      .map(({ at, binding }) => {
        const entry = at === "end" ? undefined : world.trace[at]!;
        return {
          invariant,
          at: at === "end" ? at : world.stepOf(at),
          binding: Object.fromEntries(params.map((name, index) => [name, binding[index]!])),
          fact: entry && "fact" in entry ? entry.fact : undefined,
        };
      }),
  );
