import {
  coalition,
  compose,
  never,
  part,
  promise,
  protocol,
  scenario,
  vocabulary,
  type Part,
} from "#sealcheck";
import type { Task } from "../../src/search/index.ts";
import { locked, type Lock } from "./locked.ts";

const { noun, states } = vocabulary<{ gaveAway: { by: string } }>();

const secrecy = promise({
  id: "O",
  title: "Nothing leaks",
  says: "No device gives its key away.",
  source: "bench/guided",
  invariants: {
    "O.a": never({
      says: "No device gives its key away",
      what: noun({ of: "gaveAway", says: "a device gives its key away" }),
      outOf: noun({ of: "gaveAway", says: "a device gives its key away" }),
    }),
  },
});

/** `partner` says that it gives its key away only while another part of that kind is open as well. */
const lockOf = (kind: string, lock: Lock, partner: boolean) =>
  part<{ partner?: string }>({
    kind,
    machine: locked(kind, lock, partner),
    ...(partner
      ? {
          reads: {
            partner: {
              of: (roles) => roles.partner,
              as: (view) => (view.is(`after${lock.steps}`) ? "open" : "shut"),
              on: ["user.ask"],
            },
          },
        }
      : {}),
    intents: {
      "user.press": {
        fields: () => ({ button: Array.from({ length: lock.among }, (_, at) => at) }),
      },
      "user.ask": {},
    },
    emits: { give: [states("gaveAway", ({ name }) => ({ by: name }))] },
  });

const taskOf = (name: string, says: string, parts: readonly Part[]): Task => {
  const made = protocol<object>({
    name,
    says,
    compose: () =>
      compose({
        parts,
        channels: [],
        coalitions: ["ana", "bob"].map((person) => coalition(person)),
      }),
  });
  const mayDo = Object.fromEntries(parts.map(({ owner }) => [owner, ["user.press", "user.ask"]]));
  const its = { says, protocols: [made], cast: {}, mayDo, bound: { moves: 60 } };
  return {
    protocol: made,
    scenarioName: name,
    promises: [secrecy],
    scenario: scenario<object>(its),
  } as Task;
};

const phone = (owner: string) => ({ owner, unit: `${owner}.phone` });

const alone = (name: string, says: string, lock: Lock): Task =>
  taskOf(name, says, [lockOf(name, lock, false).as("ana.lock", phone("ana"), {})]);

const beside = (name: string, says: string, lock: Lock): Task =>
  taskOf(name, says, [
    lockOf(name, lock, false).as("ana.lock", phone("ana"), {}),
    lockOf(`beside ${name}`, { steps: 3, among: 8, back: "one" }, false).as(
      "bob.lock",
      phone("bob"),
      {},
    ),
  ]);

const code: Lock = { steps: 4, among: 5, back: "all" };

/** Small bugs, each of a kind of its own. */
export const own: Readonly<Record<string, Task>> = {
  code: beside("code", "Four right presses in a row, out of eight buttons, beside another lock.", {
    steps: 4,
    among: 8,
    back: "all",
  }),
  drift: alone("drift", "Nine right presses more than wrong ones, out of three buttons.", {
    steps: 9,
    among: 3,
    back: "one",
  }),
  dial: alone("dial", "Two right numbers one after the other, out of sixty-four.", {
    steps: 2,
    among: 64,
    back: "all",
  }),
  pair: taskOf("pair", "Four right presses in a row, on two locks of one phone.", [
    lockOf("pair", code, true).as("ana.left", phone("ana"), { partner: "ana.right" }),
    lockOf("pair, the other", code, false).as("ana.right", phone("ana"), {}),
  ]),
  shallow: beside("shallow", "Two right presses, out of eight buttons, beside another lock.", {
    steps: 2,
    among: 8,
    back: "all",
  }),
  needle: alone("needle", "One right number out of fifteen hundred.", {
    steps: 1,
    among: 1500,
    back: "all",
  }),
};
