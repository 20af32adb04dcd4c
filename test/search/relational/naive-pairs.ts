import { forgedFrom } from "../../../src/term/index.ts";
import { randomnessOf } from "../../../src/search/relational/hands.ts";
import { LivePair } from "../../../src/search/relational/live-pair.ts";
import type { LiveRun } from "../../../src/search/relational/live-run.ts";
import { guessableIn, isSecret, type Question } from "../../../src/search/relational/question.ts";
import { plain } from "../../../src/search/relational/twins.ts";
import { eventName, itemName, type LiveItem, type LiveMove } from "../../../src/world/index.ts";

type Which = "left" | "right";
const both: readonly Which[] = ["left", "right"];
type Items = Readonly<Record<Which, LiveItem | undefined>> & { readonly guessed?: boolean };

/**
 * Two live runs that make moves together, and what they may do next by the rules of docs/two-runs.md, worked out anew
 * from nothing but what the live worlds offer, hold and have shown. For protocols in which nothing fails.
 */
export class NaivePair {
  readonly #question: Question;
  readonly #pair: LivePair;
  /** Everything that the adversary could see, by when, where and which. */
  readonly #moments = new Map<string, { left?: LiveItem; right?: LiveItem }>();
  #evenly = true;
  #sent = 0;

  constructor(question: Question, moves: readonly string[]) {
    this.#question = question;
    this.#pair = new LivePair(question);
    for (const which of both) {
      const { world } = this.#pair[which];
      for (const { channel, items } of world.channels.values())
        if (world.isControlled(channel))
          items.forEach((item, at) => this.#see(which, `start ${channel.name} ${at}`, item));
    }
    this.#pair.startHere();
    moves.forEach((name, step) => this.#take(name, step));
  }

  /** Everything that may happen next, by name. Undefined if two messages wait for each other. */
  offers(): string[] | undefined {
    const deliveries = this.#deliveries();
    if (!deliveries) return undefined;
    return [
      ...this.#plainly(),
      ...deliveries,
      ...this.#time(),
      ...this.#grips(),
      ...this.#sendings("replay", (item, which) =>
        [...this.#moments.values()].filter((items) => same(items[which], item)),
      ),
      ...this.#sendings("inject", (item, which) => this.#forged(item, which)),
    ].filter((name, at, all) => all.indexOf(name) === at);
  }

  #take(name: string, step: number): void {
    if (/^((left|right) alone: )?(inject|replay) /.test(name)) this.#sent++;
    const taken = this.#pair.take(name);
    for (const which of both) {
      if (!taken[which]) continue;
      const count = new Map<string, number>();
      for (const { channel, item } of this.#pair[which].passed) {
        const number = count.get(channel) ?? 0;
        count.set(channel, number + 1);
        this.#see(which, `${step} ${channel} ${number}`, item);
      }
    }
    this.#evenly &&= this.#pair.left.got.length === this.#pair.right.got.length;
  }

  #see(which: Which, moment: string, item: LiveItem): void {
    this.#moments.set(moment, { ...this.#moments.get(moment), [which]: item });
  }

  #moves(which: Which): LiveMove[] {
    return this.#pair[which].world.moves();
  }

  /** What somebody decides, timers, and what falls into the adversary's hands. */
  #plainly(): string[] {
    const attack = /^(suppress|overtake|withhold|replay|inject|deliver|time) /;
    const secrets = this.#secrets();
    const names = (which: Which): string[] =>
      this.#moves(which)
        .map(({ name }) => plain(name))
        .filter((name) => !attack.test(name));
    const right = names("right").filter((name) => !secrets.has(name));
    const left = names("left");
    return [
      ...left.map((name) =>
        right.includes(name) && !secrets.has(name) ? name : `left alone: ${name}`,
      ),
      ...right.filter((name) => !left.includes(name)).map((name) => `right alone: ${name}`),
    ];
  }

  /** Names of everything that only the first run does. */
  #secrets(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { part } of this.#pair.left.world.members.values())
      for (const type of Object.keys(part.kind.intents ?? {}))
        if (isSecret(this.#question, part, { type }))
          for (const { name } of both.flatMap((which) => this.#moves(which)))
            if (`${plain(name)} `.startsWith(`${part.name} ${type} `)) found.add(plain(name));
    return found;
  }

  #deliveries(): string[] | undefined {
    const names: string[] = [];
    for (const name of this.#pair.left.world.channels.keys()) {
      const offered = (which: Which): LiveItem[] => {
        const { channel, items } = this.#pair[which].world.channels.get(name)!;
        if (channel.order === "fifo") return items.slice(0, 1);
        const sorted = items.toSorted((one, other) => (itemName(one) < itemName(other) ? -1 : 1));
        return sorted.filter((item, at) => at === 0 || !same(item, sorted[at - 1]));
      };
      const holds = (which: Which, item: LiveItem): boolean =>
        this.#pair[which].world.channels.get(name)!.items.some((one) => alikeInName(one, item));
      const shown = (item: LiveItem): string =>
        this.#pair.left.world.channels.get(name)!.channel.order === "fifo"
          ? `deliver ${name}`
          : `deliver ${name} [${plain(itemName(item))}]`;
      const right = offered("right");
      let waits = false;
      for (const item of offered("left")) {
        const twin = right.findIndex((one) => alikeInName(one, item));
        const like = right.findIndex((one) => !holds("left", one) && alikeInKind(one, item));
        if (twin >= 0) names.push(shown(right.splice(twin, 1)[0]!));
        else if (holds("right", item)) waits = true;
        else if (like >= 0) names.push(besides(shown(item), shown(right.splice(like, 1)[0]!)));
        else names.push(`left alone: ${shown(item)}`);
      }
      for (const item of right)
        if (!holds("left", item)) names.push(`right alone: ${shown(item)}`);
        else if (waits) return undefined;
    }
    return names;
  }

  #time(): string[] {
    const worlds = both.map((which) => this.#pair[which].world);
    const left = worlds.flatMap(({ members }) =>
      [...members.values()].flatMap(({ actor }) => actor.armed().map(({ remaining }) => remaining)),
    );
    const soonest = Math.min(...left);
    if (!Number.isFinite(soonest) || soonest <= 0) return [];
    const busy = worlds.map(({ channels }) =>
      [...channels.values()].filter(({ items }) => items.length > 0),
    );
    if (busy.every((channels) => channels.length === 0)) return [`time +${soonest}`];
    const held = worlds.every(({ adversary }, at) =>
      busy[at]!.every(
        ({ channel }) => adversary!.may.includes("delay") && worlds[at]!.isControlled(channel),
      ),
    );
    return held ? [`withhold +${soonest}`] : [];
  }

  /** Messages are taken by their place, or where there is no order by when they were seen. */
  #grips(): string[] {
    const names: string[] = [];
    const grips = (which: Which) =>
      this.#moves(which).flatMap(({ name, grip }) => (grip ? [{ name: plain(name), grip }] : []));
    const [left, right] = [grips("left"), grips("right")];
    const kindOf = (name: string): string => name.slice(0, name.indexOf(" "));
    const placed = (of: typeof left) => of.filter(({ grip }) => grip.at !== undefined);
    const key = ({ name, grip }: (typeof left)[number]): string =>
      `${kindOf(name)} ${grip.at} ${grip.channel}`;
    for (const one of placed(left)) {
      const other = placed(right).find((each) => key(each) === key(one));
      names.push(other ? besides(one.name, other.name) : `left alone: ${one.name}`);
    }
    for (const other of placed(right))
      if (!placed(left).some((each) => key(each) === key(other)))
        names.push(`right alone: ${other.name}`);
    for (const items of this.#moments.values())
      for (const channel of this.#pair.left.world.channels.keys()) {
        const of = (all: typeof left, which: Which): string | undefined =>
          all.find(
            ({ grip }) =>
              grip.at === undefined && grip.channel === channel && same(grip.item, items[which]),
          )?.name;
        const name = together(of(left, "left"), of(right, "right"));
        if (name) names.push(name);
      }
    return [...names, ...this.#unseen(left, right)];
  }

  /** Messages that nobody has seen are as good as each other, in their order. */
  #unseen(
    left: readonly { name: string; grip: NonNullable<LiveMove["grip"]> }[],
    right: readonly { name: string; grip: NonNullable<LiveMove["grip"]> }[],
  ): string[] {
    const unseen = (all: typeof left, which: Which, channel: string): string[] =>
      all
        .filter(
          ({ grip }) =>
            grip.at === undefined &&
            grip.channel === channel &&
            ![...this.#moments.values()].some((items) => same(items[which], grip.item)),
        )
        .map(({ name }) => name);
    return [...this.#pair.left.world.channels.keys()].flatMap((channel) => {
      const mine = unseen(left, "left", channel);
      const theirs = unseen(right, "right", channel);
      return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at) =>
        together(mine[at], theirs[at])!,
      );
    });
  }

  #sendings(
    kind: string,
    pairs: (item: LiveItem, which: Which) => readonly Partial<Items>[],
  ): string[] {
    const { adversary } = this.#pair.left.world;
    if (this.#sent >= adversary!.effort.injections) return [];
    return both.flatMap((which) =>
      this.#moves(which).flatMap(({ name, sends }) => {
        if (!sends || !name.startsWith(`${kind} `)) return [];
        return pairs(sends.item, which).map((items) => {
          const of = (side: Which): string | undefined =>
            items[side] && `${kind} ${sends.channel.name} [${plain(itemName(items[side]))}]`;
          const both = together(of("left"), of("right"))!;
          return items.guessed === true ? `${both}, as a guess` : both;
        });
      }),
    );
  }

  #forged({ to, event, term }: LiveItem, which: Which): Items[] {
    const randomness = randomnessOf(this.#pair.left.world.adversary!.name);
    const frame = (run: LiveRun) => [...run.got, randomness];
    const { left, right } = this.#pair;
    if (!this.#evenly) return [];
    const guessable = guessableIn(this.#question.rule);
    const [plainly, guessed] = [undefined, guessable].map((guesses) =>
      forgedFrom(frame(left), frame(right), term, which, randomness, guesses),
    );
    const isNew = guessed?.left !== plainly?.left || guessed?.right !== plainly?.right;
    return [plainly, isNew ? guessed : undefined].flatMap((forged) =>
      forged
        ? [
            {
              left: { to, event, term: forged.left },
              right: { to, event, term: forged.right },
              guessed: forged !== plainly,
            },
          ]
        : [],
    );
  }
}

const same = (one: LiveItem | undefined, other: LiveItem | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.term === other.term &&
  itemName(one) === itemName(other);

const alikeInName = (one: LiveItem, other: LiveItem): boolean =>
  plain(itemName(one)) === plain(itemName(other));

const alikeInKind = (one: LiveItem, other: LiveItem): boolean =>
  one.to === other.to &&
  eventName({ type: one.event.type }) === eventName({ type: other.event.type });

const besides = (left: string, right: string): string =>
  left === right ? left : `${left} ∥ ${right}`;

const together = (left: string | undefined, right: string | undefined): string | undefined => {
  if (left === undefined) return right === undefined ? undefined : `right alone: ${right}`;
  return right === undefined ? `left alone: ${left}` : besides(left, right);
};
