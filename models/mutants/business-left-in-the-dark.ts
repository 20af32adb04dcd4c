import { sabotage } from "#sealcheck";
import { endpoint } from "../parties/endpoint.ts";

export default sabotage({
  says: "A business does not get to read what others open for it.",
  breaks: ["SV.d.read"],
  of: endpoint,
  wiring: { "message.opens": (honest) => honest.filter(({ rule }) => rule !== "learn") },
});
