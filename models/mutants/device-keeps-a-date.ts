import { sabotage } from "#sealcheck";
import { terms } from "../parties/terms.ts";

export default sabotage({
  says: "A device takes things away on a date of its own.",
  breaks: ["P5.a", "P5.b"],
  of: terms,
  input: () => ({ byDevice: true }),
});
