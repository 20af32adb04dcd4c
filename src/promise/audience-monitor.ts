import { answerOf, Said } from "./answer.ts";

/** What happened to one message: somebody read it, or somebody let somebody else read it. */
export type AudienceEvent =
  | { readonly read: string; readonly audience: readonly string[] }
  | { readonly by: string; readonly reader: string };

/** One gift: who let whom read. */
type Gift = readonly [by: string, reader: string];

/**
 * The audience of a message as an automaton: its state is the set of gifts so far (who let whom read it), its symbols
 * are what one fact says, in order. A reader belongs to the audience when gifts lead to them from somebody it was made
 * for.
 */
export class AudienceMonitor {
  readonly #symbols: (readonly AudienceEvent[])[] = [];
  readonly #symbolIds = new Map<string, number>();
  readonly #gifts: (readonly Gift[])[] = [[]];
  readonly #giftIds = new Map<string, number>([["[]", 0]]);
  readonly #steps: number[][] = [[]];

  /** How many states have come up. */
  get size(): number {
    return this.#gifts.length;
  }

  /** Whether there is anything to remember. */
  readonly remembers: boolean = true;

  /** A state as text, the same in every process. */
  textOf(state: number): string {
    return JSON.stringify(this.#gifts[state]);
  }

  symbolOf(...events: readonly AudienceEvent[]): number {
    const key = JSON.stringify(events);
    let id = this.#symbolIds.get(key);
    if (id === undefined) this.#symbolIds.set(key, (id = this.#symbols.push(events) - 1));
    return id;
  }

  /** The symbol of a fact that says first one thing and then another. */
  join(left: number, right: number): number {
    return this.symbolOf(...this.#symbols[left]!, ...this.#symbols[right]!);
  }

  step(state: number, symbol: number): number {
    return (this.#steps[state]![symbol] ??= this.#answer(state, this.#symbols[symbol]!));
  }

  wait(state: number): number {
    return answerOf(state, 0);
  }

  /** The state in which the same was given by and to others. */
  renamed(state: number, rename: (name: string) => string): number {
    const gifts = this.#gifts[state]!.map(([by, reader]): Gift => [rename(by), rename(reader)]);
    return this.#intern(gifts.reduce(withGift, [] as readonly Gift[]));
  }

  /** The symbol that says the same of others. */
  renamedSymbol(symbol: number, rename: (name: string) => string): number {
    return this.symbolOf(
      ...this.#symbols[symbol]!.map((event) =>
        "read" in event
          ? { read: rename(event.read), audience: event.audience.map(rename) }
          : { by: rename(event.by), reader: rename(event.reader) },
      ),
    );
  }

  #answer(state: number, events: readonly AudienceEvent[]): number {
    let gifts = this.#gifts[state]!;
    let said = 0;
    for (const event of events)
      if ("read" in event)
        said |= audienceOf(event.audience, gifts).has(event.read)
          ? Said.tested
          : Said.tested | Said.violated;
      else gifts = withGift(gifts, [event.by, event.reader]);
    return answerOf(this.#intern(gifts), said);
  }

  #intern(gifts: readonly Gift[]): number {
    const key = JSON.stringify(gifts);
    const known = this.#giftIds.get(key);
    if (known !== undefined) return known;
    const id = this.#gifts.push(gifts) - 1;
    this.#giftIds.set(key, id);
    this.#steps.push([]);
    return id;
  }
}

/** In one order, so that the same gifts are the same state. */
const withGift = (gifts: readonly Gift[], gift: Gift): readonly Gift[] =>
  [...new Map([...gifts, gift].map((one) => [JSON.stringify(one), one]))]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one);

const audienceOf = (original: readonly string[], gifts: readonly Gift[]): ReadonlySet<string> => {
  const audience = new Set(original);
  for (let before = -1; before !== audience.size;) {
    before = audience.size;
    for (const [by, reader] of gifts) if (audience.has(by)) audience.add(reader);
  }
  return audience;
};
