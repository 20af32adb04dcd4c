import { channel, coalition, compose, protocol } from "sealcheck";
import { envelope } from "./envelope.ts";
import { reader } from "./parties/reader.ts";
import { server } from "./parties/server.ts";
import { writer } from "./parties/writer.ts";

/** Who there is, what lies between them, and what each of them knows from the start. */
export const sealedLetters = protocol({
  name: "sealed-letters",
  says: "Letters travel in envelopes that only their writer and their reader can open.",
  assumptions: ["whoever lacks the key of an envelope cannot open it"],
  compose: () =>
    compose({
      parts: [
        writer.as("ana", { owner: "ana" }, {}),
        server.as("server", { owner: "server" }, {}),
        reader.as("bob", { owner: "bob" }, {}),
      ],
      channels: [
        channel("ana→server", { from: "ana", to: "server" }),
        channel("server→bob", { from: "server", to: "bob" }),
      ],
      coalitions: [
        coalition("ana", [envelope]),
        coalition("bob", [envelope]),
        // To see a promise break, give the server the key: coalition("server", [envelope])
        coalition("server"),
      ],
    }),
});
