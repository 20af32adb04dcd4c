import { sabotage } from "#sealcheck";
import { endpoint } from "../parties/endpoint.ts";

export default sabotage({
  says: "The host keeps nothing of what a hosted business is sent.",
  breaks: ["SV.d.kept"],
  of: endpoint,
  wiring: { "message.opens": (honest) => honest.filter(({ rule }) => rule !== "keep") },
});
