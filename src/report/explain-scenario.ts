import type { Protocol, Scenario } from "../world/index.ts";
import { listed, numberWord, sentence, words } from "./words.ts";

/** What may go wrong, each with how it reads for once and for several times. */
const faultWords: Readonly<Record<string, readonly [string, string]>> = {
  drop: ["a message may be lost", "messages may be lost"],
  duplicate: ["a message may arrive twice", "messages may arrive twice"],
  reorder: ["a message may overtake another", "messages may overtake others"],
  delay: ["time may pass while a message is on its way", "time may pass while messages travel"],
  offline: ["somebody's device may go offline", "devices may go offline"],
  crash: ["a device or server may crash and start again", "devices or servers may crash"],
  skew: ["somebody's clock may run ahead", "clocks may run ahead"],
};

/**
 * A scenario as paragraphs for somebody who does not program: what happens, who takes part, what may go wrong, and how
 * far it goes. `owners`: everybody who has a part in it.
 */
export const scenarioParagraphs = (
  {
    says,
    faults,
    bound,
    onlySampled,
    protocols,
  }: Pick<Scenario, "says" | "faults" | "bound" | "onlySampled" | "protocols">,
  owners: readonly string[],
): string[] => {
  const { moves, ...limits } = bound;
  const wrong = Object.entries(faults)
    .filter(([, most]) => most > 0)
    .map(([fault, most]) => {
      const [once, often] = faultWords[fault] ?? [words(fault), words(fault)];
      return most === 1 ? `${once}, once` : `${often}, up to ${numberWord(most)} times`;
    });
  const free = Object.entries(limits).map(
    ([name, most]) => `${phrase(name)}, at most ${numberWord(most)}`,
  );
  return [
    sentence(says),
    sentence(`Taking part: ${listed(owners.map(phrase))}`),
    wrong.length === 0
      ? "Nothing fails: every message arrives, and no device stops."
      : sentence(`This may go wrong: ${wrong.join("; ")}`),
    sentence(
      `A story goes on for at most ${numberWord(moves)} moves, and then until everything has come to rest${free.length > 0 ? `. What each of those who act may do in it is limited: ${free.join("; ")}` : ""}`,
    ),
    ...(onlySampled === undefined
      ? []
      : [sentence(`Random stories are tried of it, not all: ${onlySampled}`)]),
    sentence(
      `It is played under ${protocols.length === 1 ? "one version" : `${numberWord(protocols.length)} versions`} of the protocol: ${protocols.map(versionSentence).join(" ")}`,
    ),
  ];
};

const phrase = (name: string): string => words(name).replaceAll(/[/→:-]/g, " ");

const versionSentence = ({ says }: Protocol): string => sentence(says);
