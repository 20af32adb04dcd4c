import type { Task } from "../search/task.ts";
import { genericMutants } from "./generic.ts";
import { mutantOf } from "./from-sabotage.ts";
import type { Mutant } from "./mutant.ts";
import type { Sabotage } from "./sabotage.ts";
import { survey, type Survey } from "./survey.ts";
import { judge, type Effort, type Verdict } from "./verdict.ts";
import { Wholes } from "./alike.ts";
import { noWiring } from "./wiring-survey.ts";

/** A sabotage under the name of its file. */
export interface NamedSabotage {
  readonly name: string;
  readonly sabotage: Sabotage;
}

/** How much effort goes into the honest version, and into each mutant. Part of every outcome. */
export const effort: Effort = {
  survey: { states: 5_000, faulty: 0, runs: 200 },
  first: { states: 15_000, faulty: 0, runs: 1_200 },
  second: { states: 25_000, faulty: 25_000, runs: 2_000 },
};

/** Makes mutants of one protocol and tries them in its scenarios. */
export class Workshop {
  /** Sabotages first; the rest in the order of parts and operators. */
  readonly mutants: readonly Mutant[];
  /** Events that never come in a state, `part in state gets event`, so that there is no mutant that takes them there. */
  readonly unasked: readonly string[];
  /** Invariants that the honest version breaks by itself, which shows that they can be broken. */
  readonly broken: readonly string[];
  readonly #surveys: readonly Survey[];
  readonly #wholes = new Wholes();

  /** `tasks` are all of one protocol. */
  constructor(tasks: readonly Task[], sabotages: readonly NamedSabotage[]) {
    const wiring = noWiring();
    this.#surveys = tasks.map((task) => survey(task, effort.survey, wiring));
    const generic = genericMutants(this.#surveys, wiring);
    this.mutants = [
      ...sabotages.map(({ name, sabotage }) => mutantOf(name, sabotage)),
      ...generic.mutants,
    ];
    this.unasked = generic.unasked;
    this.broken = [...new Set(this.#surveys.flatMap(({ breaks }) => [...breaks]))];
  }

  try(name: string): Verdict {
    return judge(
      this.mutants.find((mutant) => mutant.name === name)!,
      this.#surveys,
      this.#wholes,
      effort,
    );
  }
}
