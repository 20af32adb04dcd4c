import * as fc from "fast-check";
import { traces } from "sealcheck/fast-check";
import { careful, careless } from "./models/protocols.ts";
import { disappearing } from "./models/promises.ts";
import backups from "./scenarios/backups.ts";

/** Nothing is erased that was not kept before, whatever happens. */
const erasedWasKept = fc.property(traces(backups, careful), ({ facts }) => {
  const kept = new Set<unknown>();
  return facts.every(({ type, message }) => {
    if (type === "stored") kept.add(message);
    return type !== "erased" || kept.has(message);
  });
});
fc.assert(erasedWasKept, { seed: 1 });

/** A careless backup shows in random traces as well; fast-check finds the shortest. */
const promises = [disappearing];
const forgotten = fc.property(
  traces(backups, careless, { promises }),
  ({ broken }) => !broken.includes("D.gone"),
);
const { counterexample } = fc.check(forgotten, { seed: 1 });
console.log(`careless: ${counterexample?.[0].moves.join(" · ") ?? "nothing was found"}`);
