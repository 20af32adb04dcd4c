import { businessesOf, pairsOf, usersOf, type Size } from "./sizes.ts";

/** One user's chat with one business. Sets of modes are bit sets: mode m is bit m. */
interface Pair {
  readonly user: string;
  readonly business: string;
  cache: number;
  chat: "closed" | "notice" | "open";
  ack: number;
  seen: number;
  inbox: boolean;
}

interface Message {
  readonly user: string;
  readonly key: number;
}

/** `x` is the mode that a bounce carries, or 3 for a receipt. */
interface Answer {
  readonly business: string;
  readonly x: number;
}

export interface State {
  readonly mode: Record<string, number>;
  readonly flips: Record<string, number>;
  readonly pairs: Pair[];
  readonly toBusiness: Record<string, Message[]>;
  readonly toUser: Record<string, Answer[]>;
}

/** One atomic step of the problem: when it may happen, and what it does to the state. */
export interface Action {
  /** As the engine names the same move. */
  readonly name: string;
  readonly enabled: (state: State) => boolean;
  readonly act: (state: State) => void;
}

const forEach = <Value>(names: readonly string[], make: () => Value): Record<string, Value> =>
  Object.fromEntries(names.map((name) => [name, make()]));

/** The notice protocol by hand: everything starts at 0, closed and empty. */
export const start = (size: Size): State => ({
  mode: forEach(businessesOf(size), () => 0),
  flips: forEach(businessesOf(size), () => 0),
  pairs: pairsOf(size).map((names) => ({
    ...names,
    cache: 0,
    chat: "closed",
    ack: 0,
    seen: 0,
    inbox: false,
  })),
  toBusiness: forEach(businessesOf(size), () => []),
  toUser: forEach(usersOf(size), () => []),
});

/** Every action of a size. With `bug`, a business accepts whatever was made for a mode of the same kind. */
export const actionsOf = (size: Size, bug: boolean): Action[] => [
  ...businessesOf(size).flatMap((business) => [
    ...[0, 1, 2].map((mode) => flip(size, business, mode)),
    deliverToBusiness(size, business, bug),
  ]),
  ...usersOf(size).map(deliverToUser),
  ...pairsOf(size).flatMap(({ user, business }, at) => [
    ...chatActions(`${user}/${business}`, at),
    sending(size, user, business, at),
    reading(size, user, business, at),
  ]),
];

/** I1 for every pair: what a host saw was acknowledged. I2: no queue holds plaintext (key 3). */
export const invariantsHold = ({ pairs, toBusiness }: State): boolean =>
  pairs.every(({ seen, ack }) => (seen & ~ack) === 0) &&
  Object.values(toBusiness).every((queue) => queue.every(({ key }) => key !== 3));

const flip = (size: Size, business: string, mode: number): Action => ({
  name: `${business} owner.flip to=${mode}`,
  enabled: (state) => state.flips[business]! < size.flips && state.mode[business] !== mode,
  act: (state) => {
    state.mode[business] = mode;
    state.flips[business]!++;
  },
});

const chatActions = (part: string, at: number): Action[] => {
  const close = (pair: Pair): void => void (pair.chat = "closed");
  return [
    {
      name: `${part} app.refresh`,
      enabled: ({ pairs, mode }) => pairs[at]!.cache !== mode[pairs[at]!.business],
      act: ({ pairs, mode }) => {
        pairs[at]!.cache = mode[pairs[at]!.business]!;
        close(pairs[at]!);
      },
    },
    {
      name: `${part} user.open`,
      enabled: ({ pairs }) => pairs[at]!.chat === "closed",
      act: ({ pairs }) => {
        const pair = pairs[at]!;
        pair.chat = pair.cache === 0 || (pair.ack >> pair.cache) & 1 ? "open" : "notice";
      },
    },
    {
      name: `${part} user.acknowledge`,
      enabled: ({ pairs }) => pairs[at]!.chat === "notice",
      act: ({ pairs }) => {
        pairs[at]!.ack |= 1 << pairs[at]!.cache;
        pairs[at]!.chat = "open";
      },
    },
    {
      name: `${part} user.close`,
      enabled: ({ pairs }) => pairs[at]!.chat !== "closed",
      act: ({ pairs }) => close(pairs[at]!),
    },
  ];
};

const sending = (size: Size, user: string, business: string, at: number): Action => ({
  name: `${user}/${business} user.send`,
  enabled: ({ pairs, toBusiness }) =>
    pairs[at]!.chat === "open" && toBusiness[business]!.length < size.queue,
  act: ({ pairs, toBusiness }) => void toBusiness[business]!.push({ user, key: pairs[at]!.cache }),
});

const reading = (size: Size, user: string, business: string, at: number): Action => ({
  name: `inbox ${user}/${business} agent.read`,
  enabled: ({ pairs, toUser }) => pairs[at]!.inbox && toUser[user]!.length < size.queue,
  act: ({ pairs, toUser }) => {
    pairs[at]!.inbox = false;
    toUser[user]!.push({ business, x: 3 });
  },
});

const deliverToBusiness = (size: Size, business: string, bug: boolean): Action => {
  const accepts = (key: number, mode: number): boolean =>
    bug ? key > 0 === mode > 0 : key === mode;
  return {
    name: `deliver to ${business}`,
    enabled: ({ toBusiness, toUser, mode }) => {
      const head = toBusiness[business]![0];
      if (!head) return false;
      return accepts(head.key, mode[business]!) || toUser[head.user]!.length < size.queue;
    },
    act: ({ toBusiness, toUser, mode, pairs }) => {
      const { user, key } = toBusiness[business]!.shift()!;
      const now = mode[business]!;
      const pair = pairs.find((one) => one.user === user && one.business === business)!;
      if (!accepts(key, now)) toUser[user]!.push({ business, x: now });
      else {
        pair.inbox = true;
        if (now > 0) pair.seen |= 1 << now;
      }
    },
  };
};

const deliverToUser = (user: string): Action => ({
  name: `deliver to ${user}`,
  enabled: ({ toUser }) => toUser[user]!.length > 0,
  act: ({ toUser, pairs }) => {
    const { business, x } = toUser[user]!.shift()!;
    if (x === 3) return;
    const pair = pairs.find((one) => one.user === user && one.business === business)!;
    pair.cache = x;
    pair.chat = "closed";
  },
});
