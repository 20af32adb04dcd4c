import { channel, coalition, compose, protocol, store } from "sealcheck";
import { phone } from "./parties/phone.ts";
import { writer } from "./parties/writer.ts";
import { chatKey } from "./words.ts";

const chat = (name: string, says: string, backsUpEverything: boolean) =>
  protocol({
    name,
    says,
    assumptions: ["nobody takes a picture of the screen"],
    compose: () =>
      compose({
        parts: [
          writer.as("ana", { owner: "ana" }, {}),
          phone.as("bob", { owner: "bob" }, { backsUpEverything }),
        ],
        channels: [channel("ana→bob", { from: "ana", to: "bob", observers: ["service"] })],
        coalitions: [
          coalition("ana", [chatKey]),
          coalition("bob", [chatKey]),
          coalition("service"),
        ],
        stores: [store("bob's chat", "bob"), store("bob's backup", "bob")],
      }),
  });

export const careful = chat("careful", "Backups leave out what is to disappear.", false);
export const careless = chat("careless", "Backups take in all that the chat shows.", true);
