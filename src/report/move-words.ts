import { words } from "./words.ts";

const days = (count: string): string => `${count} ${count === "1" ? "day" : "days"}`;

/** How each kind of move that is not somebody's intent reads; the name of an intent begins with its part. */
const readings: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^left alone: (.*)$/, ([, move]) => `${moveWords(move!)} (only in the first run)`],
  [/^right alone: (.*)$/, ([, move]) => `${moveWords(move!)} (only in the second run)`],
  [
    /^(.*) ∥ (.*)$/,
    ([, left, right]) => `${moveWords(left!)} (in the second run: ${moveWords(right!)})`,
  ],
  [/^(.*), as a guess$/, ([, move]) => `${moveWords(move!)} (a guess, the same in both runs)`],
  [
    /^crash after (\d+) of: (.*)$/,
    ([, outputs, move]) =>
      `${moveWords(move!)} (and crashes after ${outputs} of what it does, then starts again)`,
  ],
  [/^deliver (.*?)( \[.*)?$/, ([, channel, which = ""]) => `${channel} delivers${which}`],
  [/^drop (.*?)( \[.*)?$/, ([, channel, which = ""]) => `${channel} loses a message${which}`],
  [
    /^duplicate (.*?)( \[.*)?$/,
    ([, channel, which = ""]) => `${channel} doubles a message${which}`,
  ],
  [
    /^reorder (.*?)( \[.*)?$/,
    ([, channel, which = ""]) => `${channel} delivers out of order${which}`,
  ],
  [
    /^suppress (.*?)( \[.*)?$/,
    ([, channel, which = ""]) => `the adversary takes a message off ${channel}${which}`,
  ],
  [
    /^overtake (.*?)( \[.*)?$/,
    ([, channel, which = ""]) => `the adversary lets a later message of ${channel} arrive${which}`,
  ],
  [
    /^withhold \+(\d+)$/,
    ([, count]) =>
      `the adversary holds messages back while ${days(count!)} pass${count === "1" ? "es" : ""}`,
  ],
  [
    /^replay (.*?) \[(.*)\]$/,
    ([, channel, which]) => `the adversary sends again over ${channel}: ${which}`,
  ],
  [
    /^inject (.*?) \[(.*)\]$/,
    ([, channel, which]) => `the adversary sends over ${channel}: ${which}`,
  ],
  [/^corrupt (.*)$/, ([, unit]) => `${unit} falls into the adversary's hands`],
  [/^breach (.*)$/, ([, store]) => `${store} is laid open to the adversary`],
  [/^timer (\S+) (.*)$/, ([, part, timer]) => `${part}: its timer runs out (${timer})`],
  [/^time \+(\d+)$/, ([, count]) => `${days(count!)} pass${count === "1" ? "es" : ""}`],
  [
    /^delay \+(\d+)$/,
    ([, count]) =>
      `${days(count!)} pass${count === "1" ? "es" : ""} while messages are still on their way`,
  ],
  [/^offline (.*)$/, ([, unit]) => `${unit} goes offline`],
  [/^online (.*)$/, ([, unit]) => `${unit} is online again`],
  [/^crash (.*)$/, ([, unit]) => `${unit} crashes and starts again`],
  [/^skew (.*)$/, ([, unit]) => `the clock of ${unit} runs ahead to its next timer`],
];

/** A move in plain words, from its name: "ana.phone/shop: user open", "relay→shop delivers". */
export const moveWords = (name: string): string => {
  for (const [pattern, reading] of readings) {
    const match = pattern.exec(name);
    if (match) return reading(match);
  }
  const [, part, event, rest = ""] = /^(\S+) (\S+)(.*)$/.exec(name) ?? [];
  return part === undefined || event === undefined ? name : `${part}: ${words(event)}${rest}`;
};
