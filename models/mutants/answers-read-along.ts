import { learn, sabotage } from "#sealcheck";
import { endpoint } from "../parties/endpoint.ts";

export default sabotage({
  says: "The host reads along in what a business answers.",
  breaks: ["P2.g"],
  of: endpoint,
  wiring: {
    "wire.reply": (honest) => [...honest, learn(({ carried }) => ({ who: "host", term: carried }))],
  },
});
