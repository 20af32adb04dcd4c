import { learn, sabotage } from "#sealcheck";
import { endpoint } from "../parties/endpoint.ts";

export default sabotage({
  says: "A vendor reads whatever the bank opens, though nobody passes it on.",
  breaks: ["P2.a", "P2.b"],
  of: endpoint,
  wiring: {
    "message.opens": (honest) => [
      ...honest,
      learn((here) =>
        here.business === "bank"
          ? { who: "statco", term: (honest[0]!.make(here) as { term: typeof here.carried }).term }
          : undefined,
      ),
    ],
  },
});
