import type { Explorer } from "../../explore/explorer.ts";
import type { Overview } from "../../report/html/overview.ts";
import type { StagedRun } from "../../report/pair-boards.ts";
import type { RunExercise, RunTask, RunTrace } from "../../report/run.ts";
import type { MachineDrawing, Scene, Stage } from "../../report/scenes.ts";
import type { CarriedTrace } from "../../report/html/page.ts";
import type { DifferencePage } from "../../report/difference-report.ts";
import type { GatePage } from "../../report/gate-report.ts";
import type { MutantsPage } from "../../report/mutants-report.ts";
import { island, islandText, packedIsland } from "./inflate.ts";
import { tokenOf } from "./token.ts";
import { TraceList } from "./trace-list.ts";

/** A trace with all that is to be seen in it, as far as this page has it. */
export interface StagedTrace {
  readonly trace: RunTrace;
  readonly scene: Scene | undefined;
  readonly stage: Stage | undefined;
  /** Of the second run, where two are compared. */
  readonly second: StagedRun | undefined;
}

const has = (name: string): boolean => document.getElementById(`island-${name}`) !== null;

/** All that a page shows. What is large is decoded once somebody asks for it, and then kept. */
export class Report {
  readonly overview: Overview;
  readonly traces: TraceList;
  /** Whether the models travel with the page. */
  readonly explorable = has("explorer");
  /** Whether the gate was asked about this run. */
  readonly gated = has("gate");
  /** Whether it tells what two versions differ in. */
  readonly compares = has("difference");
  /** Whether mutants were tried. */
  readonly mutated = has("mutants");
  readonly #decoded = new Map<string, Promise<unknown>>();

  private constructor(overview: Overview) {
    this.overview = overview;
    this.traces = new TraceList(overview);
  }

  static async open(): Promise<Report> {
    return new Report(await island<Overview>("overview"));
  }

  tasks(): Promise<readonly RunTask[]> {
    return this.#island("tasks");
  }

  exercise(): Promise<RunExercise> {
    return this.#island("exercise");
  }

  machines(): Promise<readonly MachineDrawing[]> {
    return this.#island("machines");
  }

  gate(): Promise<GatePage> {
    return this.#island("gate");
  }

  mutants(): Promise<MutantsPage> {
    return this.#island("mutants");
  }

  difference(): Promise<DifferencePage> {
    return this.#island("difference");
  }

  /** The trace at a place in the list of all. */
  async trace(at: number): Promise<StagedTrace> {
    const { chunk } = this.overview.traces;
    const [traces, stages] = await Promise.all([
      this.#island<readonly CarriedTrace[]>(`traces-${Math.floor(at / chunk)}`),
      this.#island<readonly Stage[]>("stages"),
    ]);
    const { scene, second, ...carried } = traces[at % chunk]!;
    const moves = carried.steps.map(({ move }) => move);
    const trace = { ...carried, moves, token: await tokenOf({ ...carried, moves }) };
    return {
      trace,
      scene,
      stage: scene && stages[scene.stage],
      second: second && { scene: second, stage: stages[second.stage]! },
    };
  }

  /** The engine with the models. Its script runs because its hash stands in the page's policy. */
  explorer(): Promise<Explorer> {
    return this.#once("explorer", async () => {
      const text = await islandText("explorer");
      if (text === undefined) throw new Error("the models do not travel with this page");
      const script = document.createElement("script");
      script.textContent = text;
      document.head.append(script);
      const { sealcheckExplorer } = globalThis as { sealcheckExplorer?: Explorer };
      if (!sealcheckExplorer) throw new Error("the browser did not run the models");
      return sealcheckExplorer;
    });
  }

  #island<T>(name: string): Promise<T> {
    return this.#once(name, () => packedIsland<T>(name));
  }

  #once<T>(name: string, decode: () => Promise<T>): Promise<T> {
    const known = this.#decoded.get(name) ?? decode();
    this.#decoded.set(name, known);
    return known as Promise<T>;
  }
}
