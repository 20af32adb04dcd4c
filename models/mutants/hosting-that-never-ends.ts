import { learn, sabotage, type Term } from "#sealcheck";
import { endpoint } from "../parties/endpoint.ts";

export default sabotage({
  says: "The host goes on reading for a business that has left it.",
  breaks: ["P4.e"],
  of: endpoint,
  wiring: {
    "message.opens": (honest) => [
      ...honest,
      learn((here) => ({ who: "host", term: (honest[0]!.make(here) as { term: Term }).term })),
    ],
  },
});
