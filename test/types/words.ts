import {
  before,
  fresh,
  known,
  never,
  part,
  promise,
  remember,
  secret,
  send,
  tell,
  vocabulary,
} from "#sealcheck";
import { createMachine } from "xstate";
import { traces } from "../../src/fast-check/index.ts";
import { shaped } from "./scenarios.ts";

/** What types tell about facts, promises and wiring; see scenarios.ts. */
interface Facts {
  readonly written: { readonly message: string; readonly count: number };
  readonly read: { readonly message: string };
}

const { noun, states, meanings } = vocabulary<Facts>();
const written = noun({ of: "written", says: "it is written", naming: ({ count }) => ({ count }) });
const read = noun({ of: "read", says: "it is read" });

export const both = noun({ of: ["written", "read"], says: "something happens to it" });

// @ts-expect-error -- a fact of that name is not in the vocabulary
noun({ of: "wirtten", says: "it is written" });

// @ts-expect-error -- a noun sees the fields of its fact, and nobody says who read it
noun({ of: "read", says: "it is read", when: ({ reader }) => reader === "ana" });

// @ts-expect-error -- a noun says what it is
noun({ of: "read" });

// @ts-expect-error -- a fact has all of its fields
states("written", () => ({ message: "one" }));

// @ts-expect-error -- each in its own type
states("written", () => ({ message: "one", count: "two" }));

// @ts-expect-error -- only facts have meanings
meanings({ chats: {}, facts: { lost: { is: "harm", says: () => "it is lost" } } });

const told = { id: "A", title: "A", says: "A.", source: "here" };

export const right = promise({
  ...told,
  invariants: {
    "A.a": before({ says: "It is written first", whenever: read, mustAlready: written }),
    "A.b": never({ says: "It is never read", what: read, outOf: written }),
  },
});

// @ts-expect-error -- a promise has a source
promise({ id: "A", title: "A", says: "A.", invariants: {} });

// @ts-expect-error -- what must be so before is not said
before({ says: "It is written first", whenever: read });

const machine = createMachine({});

interface Roles {
  readonly peer: string;
}

export const asker = part<Roles, "question", "answer">({
  kind: "asker",
  machine,
  holds: ["question"],
  intents: { "user.ask": { limit: "questions", carries: fresh(({ peer }) => secret(peer)) } },
  emits: {
    "question.asks": [
      remember(({ carried }) => ({ question: carried })),
      send(({ peer, held }) => ({
        over: peer,
        to: peer,
        event: { type: "net.ask" },
        carrying: held.question,
      })),
      tell(({ bound }) => ({ to: "log", event: { type: "log.add" }, carrying: bound.answer })),
    ],
  },
});

// @ts-expect-error -- a register that is not declared
part<Roles, "question">({ kind: "asker", machine, holds: ["questoin"] });

part<Roles, "question">({
  kind: "asker",
  machine,
  emits: {
    // @ts-expect-error -- there is no such register to fill
    "question.asks": [remember(({ carried }) => ({ questoin: carried }))],
  },
});

part<Roles>({
  kind: "asker",
  machine,
  // @ts-expect-error -- a role that the part does not have
  intents: { "user.ask": { carries: known((_, { pier }) => pier === "") } },
});

const [story] = shaped;

// @ts-expect-error -- traces end in facts, not in verdicts
traces(story!, story!.protocols[0]!).filter(({ verdict }) => verdict === "held");
