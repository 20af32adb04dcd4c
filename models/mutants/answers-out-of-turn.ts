import { sabotage } from "#sealcheck";
import { endpoint } from "../parties/endpoint.ts";

export default sabotage({
  says: "An endpoint answers in the name of a business that somebody else handles.",
  breaks: ["P4.f"],
  of: endpoint,
  guards: { answersHere: () => true },
});
