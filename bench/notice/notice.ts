import { channel, coalition, compose, protocol, scenario, type Composition } from "#sealcheck";
import type { Task } from "../../src/search/index.ts";
import { conversation } from "./conversation.ts";
import { inbox } from "./inbox.ts";
import { businessMode, type Acceptance } from "./mode.ts";
import { notice } from "./promises.ts";
import { businessesOf, pairsOf, sizes, usersOf, type Size, type SizeName } from "./sizes.ts";

/** How long a free walk is, the same for every peer. */
export const traceLength = 30;

const composition = (size: Size, accepts: Acceptance): Composition =>
  compose({
    parts: [
      ...businessesOf(size).map((business) =>
        businessMode.as(
          business,
          { owner: "businesses", unit: "businesses" },
          { business, accepts },
        ),
      ),
      ...pairsOf(size).flatMap(({ user, business }) => [
        conversation.as(`${user}/${business}`, { owner: user, unit: user }, { user, business }),
        inbox.as(
          `inbox ${user}/${business}`,
          { owner: "businesses", unit: "businesses" },
          { user, business },
        ),
      ]),
    ],
    channels: [
      // Ends matter only when somebody goes offline, and here nobody does: one user stands for all.
      ...businessesOf(size).map((business) =>
        channel(`to ${business}`, { from: "u0", to: "businesses", capacity: size.queue }),
      ),
      ...usersOf(size).map((user) =>
        channel(`to ${user}`, { from: "businesses", to: user, capacity: size.queue }),
      ),
    ],
    coalitions: ["businesses", "hosts", ...usersOf(size)].map((name) => coalition(name)),
  });

const protocols = {
  right: protocol<Size>({
    name: "right",
    says: "A business accepts only messages made for its present mode.",
    compose: (size) => composition(size, "same mode"),
  }),
  bug: protocol<Size>({
    name: "bug",
    says: "A business accepts messages made for any mode of the same kind.",
    compose: (size) => composition(size, "same kind"),
  }),
};

/** The notice protocol of a size, right or with the seeded bug, as something to search. */
export const noticeTask = (name: SizeName, version: keyof typeof protocols = "right"): Task => {
  const size: Size = sizes[name];
  const task = {
    protocol: protocols[version],
    scenarioName: `notice ${name}`,
    promises: [notice],
    scenario: scenario<Size>({
      says: "Users, businesses that change their mode, and queues between them.",
      protocols: [protocols[version]],
      cast: size,
      mayDo: {
        businesses: ["owner.flip", "agent.read"],
        ...Object.fromEntries(
          usersOf(size).map((user) => [
            user,
            ["app.refresh", "user.open", "user.acknowledge", "user.close", "user.send"],
          ]),
        ),
      },
      bound: { moves: traceLength, flips: size.flips },
    }),
  };
  // A task does not care what a cast looks like.
  return task as Task;
};
