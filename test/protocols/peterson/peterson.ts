import { breaks, coalition, compose, protocol, scenario, type Composition } from "#sealcheck";
import { process, type Courtesy } from "./process.ts";
import { flag, turn } from "./variables.ts";

/**
 * Peterson's algorithm ("Myths about the mutual exclusion problem", 1981) as in Peterson.tla of the TLA+ examples
 * (github.com/tlaplus/Examples, specifications/locks_auxiliary_vars). The manifest.json beside it publishes what TLC
 * finds: 42 distinct states, 77 states generated (the initial one and one for each move), depth 11 (10 moves).
 *
 * How states map: `pc[p]` is the state of part `p`, `c[p]` that of `flag p`, `turn` that of `turn`. Each label of the
 * specification is one move, so that between any two of them the other process may move.
 */
const composition = (courtesy: Courtesy): Composition =>
  compose({
    parts: [
      process.as("p1", { owner: "p1" }, { other: "p2", courtesy }),
      process.as("p2", { owner: "p2" }, { other: "p1", courtesy }),
      flag.as("flag p1", { owner: "memory" }, {}),
      flag.as("flag p2", { owner: "memory" }, {}),
      turn.as("turn", { owner: "memory" }, {}),
    ],
    coalitions: ["p1", "p2", "memory"].map((name) => coalition(name)),
  });

export const peterson = protocol<object>({
  name: "peterson",
  says: "A process that asks gives the turn to the other one, and waits while that one asks and has it.",
  compose: () => composition("other"),
});

/** Each gives itself the turn, and enters in four moves of its own: eight moves. */
export const selfish = protocol<object>({
  name: "selfish peterson",
  says: "A process that asks takes the turn itself.",
  compose: () => composition("self"),
});

export const competing = scenario<object>({
  says: "Both want into the critical section, again and again.",
  protocols: [peterson, selfish],
  cast: {},
  mayDo: { p1: ["step"], p2: ["step"] },
  bound: { moves: 20 },
  expects: { [selfish.name]: { X: breaks("nobody ever waits") } },
});
