import { adversary, channel, coalition, compose, protocol, store } from "sealcheck";
import { borrower, wax } from "./borrower.ts";
import { shelf } from "./shelf.ts";

export interface Cast {
  readonly borrowers: readonly string[];
}

const thief = adversary("thief", {
  says: "The porter takes slips away.",
  coalition: "porter",
  controls: ["shelf"],
  may: ["observe", "drop"],
});

const lending = (name: string, says: string, sealed: boolean) =>
  protocol<Cast>({
    name,
    says,
    assumptions: ["wax cannot be broken without a trace"],
    compose: ({ borrowers }) =>
      compose(
        {
          coalitions: [coalition("library", [wax]), coalition("porter")],
          domains: { borrower: borrowers },
          adversaries: sealed ? [] : [thief],
          idle:
            borrowers.length > 1 ? {} : { gossip: "there is nobody whom a borrower could tell" },
        },
        ...borrowers.map((name) => ({
          parts: [
            borrower.as(name, { owner: name }, { sealed }),
            shelf.as(
              `shelf/${name}`,
              { owner: "library", unit: "shelf" },
              { borrower: name, sealed },
            ),
          ],
          channels: [
            channel(`${name}→shelf`, { from: name, to: "shelf", observers: ["porter"] }),
            channel(`shelf→${name}`, { from: "shelf", to: name }),
          ],
          coalitions: [coalition(name, [wax])],
          stores: [store(`records of ${name}`, "library")],
        })),
      ),
  });

export const openSlips = lending(
  "open-slips",
  "Slips are carried to the shelf as they are.",
  false,
);
export const sealedSlips = lending(
  "sealed-slips",
  "Slips are sealed before they are carried.",
  true,
);
