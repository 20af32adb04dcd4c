import { sabotage } from "#sealcheck";
import { businessConversation } from "../parties/businessConversation.ts";

export default sabotage({
  says: "A hosted chat opens without a word where the device does not know of the terms.",
  breaks: ["P5.e"],
  of: businessConversation,
  guards: {
    mustBeTold: ({ context }: { context: { believed: string; told: string } }) =>
      context.believed === "provider" && context.told !== "vendor",
  },
});
