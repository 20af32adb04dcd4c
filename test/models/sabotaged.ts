import { expect } from "vitest";
import { protocol, type Composition, type Part, type Protocol } from "../../src/index.ts";

/** What becomes of the kind of a part. */
export type Sabotage = (part: Part) => Part["kind"];

/** The same protocol with every part of a kind replaced. */
export const sabotaged = (honest: Protocol, kind: string, change: Sabotage): Protocol =>
  protocol({
    ...honest,
    compose: (cast): Composition => {
      const composition = honest.compose(cast);
      const hit = composition.parts.filter((part) => part.kind.kind === kind);
      expect(hit.length, `there is a ${kind}`).toBeGreaterThan(0);
      const parts = composition.parts.map((part) =>
        hit.includes(part) ? { ...part, kind: change(part) } : part,
      );
      return { ...composition, parts };
    },
  });

/** A device that opens chats without the notice that belongs before them. */
export const skippedNotice: Sabotage = ({ kind }) => ({
  ...kind,
  machine: kind.machine.provide({ guards: { mustBeTold: () => false } } as never),
});
