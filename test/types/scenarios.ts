import {
  breaks,
  channel,
  coalition,
  compose,
  part,
  protocol,
  scenario,
  type PartPlace,
} from "#sealcheck";
import { createMachine } from "xstate";

/**
 * What types tell about scenarios, checked by tsc: a directive that expects an error is one itself where none comes.
 * Nothing here is run.
 */
const machine = createMachine({});

const writer = part({ kind: "writer", machine, intents: { "user.write": {}, "user.stop": {} } });
const server = part({ kind: "server", machine });
const phone = part<{ peer: string }>({ kind: "phone", machine, intents: { "user.read": {} } });

interface Cast {
  readonly readers: readonly string[];
}

const chat = protocol({
  name: "chat",
  says: "Ana writes.",
  compose: () =>
    compose({
      parts: [
        writer.as("ana.phone", { owner: "ana" }, {}),
        server.as("server/1", { owner: "company", unit: "server" }, {}),
      ],
      channels: [channel("up", { from: "ana.phone", to: "server" })],
      coalitions: [coalition("ana"), coalition("company")],
    }),
});
const quietChat = protocol({ name: "quiet-chat", says: "The same.", compose: chat.compose });

const declared = { says: "Ana writes.", cast: {}, bound: { moves: 3 } };

/** A part goes by its name, its owner or its unit. */
export const right = [
  scenario({ ...declared, protocols: [chat], mayDo: { ana: ["user.write", "user.stop"] } }),
  scenario({ ...declared, protocols: [chat], mayDo: { "ana.phone": ["user.stop"] } }),
  scenario({ ...declared, protocols: [chat, quietChat], mayDo: {}, spared: ["server"] }),
  scenario({
    ...declared,
    protocols: [chat, quietChat],
    mayDo: { ana: ["user.write"] },
    expects: {
      chat: { A: breaks("it does") },
      "quiet-chat against thief": { A: breaks("it does") },
    },
    examples: { chat: [["ana.phone user.write"]] },
  }),
];

// @ts-expect-error -- nobody is called Anna
scenario({ ...declared, protocols: [chat], mayDo: { anna: ["user.write"] } });

// @ts-expect-error -- she writes, and nobody has ever let her wirte
scenario({ ...declared, protocols: [chat], mayDo: { ana: ["user.wirte"] } });

// @ts-expect-error -- a server does nothing of its own accord
scenario({ ...declared, protocols: [chat], mayDo: { company: ["user.write"] } });

// @ts-expect-error -- also where several versions are played
scenario({ ...declared, protocols: [chat, quietChat], mayDo: { anna: ["user.write"] } });

// @ts-expect-error -- there is no such unit
scenario({ ...declared, protocols: [chat], mayDo: {}, spared: ["severs"] });

const expecting = { A: breaks("it does") };

// @ts-expect-error -- it is not played under that protocol
scenario({ ...declared, protocols: [chat], mayDo: {}, expects: { "quiet-chat": expecting } });

// @ts-expect-error -- nor are there stories of it
scenario({ ...declared, protocols: [chat], mayDo: {}, examples: { chatt: [] } });

// @ts-expect-error -- drops, not droops
scenario({ ...declared, protocols: [chat], mayDo: {}, faults: { droop: 1 } });

// @ts-expect-error -- somebody must say how long a story may be
scenario({ ...declared, protocols: [chat], mayDo: {}, bound: { letters: 2 } });

/** A place that is known by its type alone may have any unit. */
const somewhere: PartPlace = { owner: "ana", unit: "tablet" };
const moved = protocol({
  name: "moved",
  says: "Ana writes elsewhere.",
  compose: () => compose({ parts: [writer.as("ana.tablet", somewhere, {})] }),
});

export const anywhere = scenario({
  ...declared,
  protocols: [moved],
  mayDo: { tablet: ["user.write"] },
});

// @ts-expect-error -- what the part can do is known all the same
scenario({ ...declared, protocols: [moved], mayDo: { tablet: ["user.wirte"] } });

/** Where names are made up of a cast, types know their shape. */
const party = protocol({
  name: "party",
  says: "Everybody reads.",
  compose: ({ readers }: Cast) =>
    compose(
      { parts: [writer.as("ana", { owner: "ana" }, {})] },
      ...readers.map((name) => ({
        parts: [phone.as(`phone/${name}`, { owner: "readers" }, { peer: "ana" })],
      })),
    ),
});
const guests = { ...declared, cast: { readers: ["bob"] }, protocols: [party] };

export const shaped = [
  scenario({ ...guests, mayDo: { ana: ["user.write"], "phone/bob": ["user.read"] } }),
  // The intents of a kind whose type arguments were given are not known to types.
  scenario({ ...guests, mayDo: { readers: ["user.raed"] } }),
];

// @ts-expect-error -- there are phones, and no fones
scenario({ ...guests, mayDo: { "fone/bob": ["user.read"] } });

// @ts-expect-error -- guests are readers
scenario({ ...guests, cast: { guests: ["bob"] }, mayDo: {} });

/** A protocol whose type arguments are given tells types of its cast alone. */
const untold = protocol<Cast>({ name: "untold", says: "Whoever.", compose: () => compose() });

export const unknown = scenario({
  ...guests,
  protocols: [untold, party],
  mayDo: { whoever: ["does.what"] },
  spared: ["them"],
  expects: { anything: expecting },
});

// @ts-expect-error -- a part is given the roles that its kind asks for
phone.as("phone", { owner: "ana" }, { peeer: "bob" });
