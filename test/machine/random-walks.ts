import { expect } from "vitest";
import { Mistake } from "../../src/mistake.ts";
import { drawing } from "./draw.ts";
import { alphabet, randomMachine } from "./random-machine.ts";
import { SideBySide } from "./side-by-side.ts";

/** What random statecharts have shown, stepped as tables and as live actors side by side. */
export class RandomWalks {
  events = 0;
  emissions = 0;
  fired = 0;
  machines = 0;
  /** Machines that the table refuses, by reason; until then both agreed. */
  readonly refused = new Map<string, number>();

  /** One machine, as far as the table accepts it. Throws where table and live actor differ. */
  walk(seed: number): void {
    this.machines++;
    const draw = drawing(seed);
    let pair: SideBySide | undefined;
    try {
      pair = new SideBySide(randomMachine(draw));
      pair.walk(draw, alphabet, 80);
      expect(pair.table.verifySample(draw, 20)).toEqual([]);
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      const reason = /racing|ill-formed|never comes to rest|still waits/.exec(error.message)?.[0];
      expect(reason, error.message).toBeDefined();
      this.refused.set(reason!, (this.refused.get(reason!) ?? 0) + 1);
    }
    this.events += pair?.seen.events ?? 0;
    this.emissions += pair?.seen.emissions ?? 0;
    this.fired += pair?.seen.fired ?? 0;
  }
}
