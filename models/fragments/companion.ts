import { channel, type Fragment } from "#sealcheck";
import { archive } from "../parties/archive.ts";
import { history } from "../parties/history.ts";
import { onboarding } from "../parties/onboarding.ts";

/** What it takes to link a hosted companion beside a business's own app, and what the companion may be handed. */
export const companionFragment = (business: string): Fragment => {
  const desk = { owner: business, unit: `${business}.desk` };
  const endpoint = `host/${business}`;
  return {
    parts: [
      onboarding.as(`${business}.phone`, desk, { business }),
      history.as(`${business}.history`, desk, { business }),
      archive.as(`${endpoint} archive`, { owner: "host", unit: endpoint }, { business, endpoint }),
    ],
    channels: [channel(`${desk.unit}→${endpoint}`, { from: desk.unit, to: endpoint })],
  };
};
