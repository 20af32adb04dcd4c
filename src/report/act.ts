import type { Stage } from "./scenes.ts";

/** What a move is, found again from its name: who does it, or between whom. */
export type Act = {
  /** So many outputs came out before whoever acted crashed; undefined: nobody crashed on the way. */
  readonly crashedAfter: number | undefined;
} & (
  | {
      readonly kind: "intent";
      readonly part: string;
      readonly unit: string;
      readonly event: string;
    }
  | {
      readonly kind:
        | "deliver"
        | "drop"
        | "duplicate"
        | "reorder"
        | "suppress"
        | "overtake"
        | "replay"
        | "inject";
      readonly channel: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: "timer"; readonly part: string; readonly unit: string; readonly timer: string }
  | { readonly kind: "time" | "delay" | "withhold"; readonly duration: number }
  | { readonly kind: "offline" | "online" | "crash" | "skew"; readonly unit: string }
  /** One of two runs, while the other goes on. */
  | { readonly kind: "still" }
);

type Cast = Pick<Stage, "parts" | "channels">;

/** The act behind the name of a move, on a stage that has its parts and channels. */
export const actOf = (move: string, stage: Cast): Act => {
  const crash = /^crash after (\d+) of: ([^]*)$/.exec(move);
  const name = crash ? crash[2]! : move;
  const act = onChannel(name, stage) ?? byItself(name, stage) ?? intended(name, stage);
  return { ...act, crashedAfter: crash ? Number(crash[1]) : undefined } as Act;
};

/** Of names of which one may begin another, the longest counts. */
const longest = <Named extends { readonly name: string }>(
  things: readonly Named[],
  text: string,
): Named | undefined =>
  things
    .filter(({ name }) => text === name || text.startsWith(`${name} `))
    .reduce<Named | undefined>(
      (best, one) => (best === undefined || one.name.length > best.name.length ? one : best),
      undefined,
    );

const onChannel = (name: string, { channels }: Cast) => {
  const [, kind, rest = ""] =
    /^(deliver|drop|duplicate|reorder|suppress|overtake|replay|inject) ([^]*)$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  const known = longest(channels, rest);
  const channel = known?.name ?? rest.replace(/ \[[^]*$/, "");
  const [from = channel, to = channel] = channel.split("→");
  return { kind, channel, from: known?.from ?? from, to: known?.to ?? to };
};

const byItself = (name: string, { parts }: Cast) => {
  const [, kind, rest = ""] =
    /^(timer|time|delay|withhold|offline|online|crash|skew) ([^]*)$/.exec(name) ?? [];
  if (kind === undefined) return undefined;
  if (kind === "time" || kind === "delay" || kind === "withhold")
    return { kind, duration: Number(rest.slice(1)) };
  if (kind !== "timer") return { kind, unit: rest };
  const part = longest(parts, rest);
  const known = part?.name ?? rest.split(" ")[0]!;
  return { kind, part: known, unit: part?.unit ?? known, timer: rest.slice(known.length + 1) };
};

const intended = (name: string, { parts }: Cast) => {
  const part = longest(parts, name);
  const known = part?.name ?? name.split(" ")[0]!;
  return {
    kind: "intent",
    part: known,
    unit: part?.unit ?? known,
    event: name.slice(known.length + 1),
  };
};
