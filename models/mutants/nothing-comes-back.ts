import { sabotage } from "#sealcheck";
import { businessRelay } from "../parties/relay.ts";

export default sabotage({
  says: "What the relay refuses, it keeps.",
  breaks: ["SV.s"],
  of: businessRelay,
  wiring: { "wire.bounce": (honest) => honest.filter(({ rule }) => rule === "fact") },
});
