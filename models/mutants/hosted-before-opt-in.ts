import { keep, learn, sabotage, type Here, type Term } from "#sealcheck";
import { endpoint, type EndpointRoles } from "../parties/endpoint.ts";

export default sabotage({
  says: "Whoever opens a message for a business hands a copy to the host, chosen or not.",
  breaks: ["P3.a", "P4.a", "P4.d"],
  of: endpoint,
  wiring: {
    "message.opens": (honest) => {
      const opened = (here: Here<EndpointRoles>): Term =>
        (honest[0]!.make(here) as { term: Term }).term;
      return [
        ...honest,
        learn((here) => ({ who: "host", term: opened(here) })),
        keep((here) => ({ store: `store of host/${here.business}`, term: opened(here) })),
      ];
    },
  },
});
