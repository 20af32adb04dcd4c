import { keep, learn, part, publicKey, tell, type Here, type Term } from "#sealcheck";
import { emit, setup } from "xstate";
import { openedBy } from "../groupMessages.ts";
import { ownKeys } from "../keys.ts";
import { endpointOf, type Runs, type Version } from "../version.ts";
import { aboutOf, states } from "../vocabulary.ts";

interface GroupEndpointRoles {
  business: string;
  version: Version;
  /** Who runs it: the business's own desk, a provider it hired, or the hosting service. */
  runs: Runs;
  /** Of the host: what it keeps, and for how long. */
  endpoint: string;
}

/** Where what is written to a group is opened for the business in it: the same for desk, provider and host. */
export const groupEndpoint = part<GroupEndpointRoles>({
  kind: "groupEndpoint",
  machine: setup({
    types: { events: {} as { type: "net.group" } },
    actions: { open: emit({ type: "message.opens" }) },
  }).createMachine({
    id: "groupEndpoint",
    initial: "working",
    states: { working: { on: { "net.group": { actions: "open" } } } },
  }),
  emits: {
    "message.opens": [
      learn((here) => {
        const text = opened(here);
        return text && { who: here.business, term: text };
      }),
      keep((here) => {
        const text = opened(here);
        return text && here.runs === "host"
          ? { store: `store of ${here.endpoint}`, term: text }
          : undefined;
      }),
      tell((here) =>
        here.runs === "host" && opened(here)
          ? { to: `${here.endpoint} retention`, event: { type: "store.kept" } }
          : undefined,
      ),
      states("delivered", (here) => {
        const text = opened(here);
        return text && { ...aboutOf(text), message: text.label, at: here.endpoint };
      }),
    ],
  },
});

/** What is sealed for one of the keys that this endpoint has. */
const opened = ({
  version,
  business,
  runs,
  carried,
}: Here<GroupEndpointRoles>): Term | undefined => {
  const own = version.modes
    .filter((mode) => endpointOf[mode] === runs)
    .flatMap((mode) => ownKeys(version, business, mode).map((key) => publicKey(key)));
  return openedBy(version, own, carried);
};
