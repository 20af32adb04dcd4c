import { PairTable } from "../../term/index.ts";
import type { World } from "../../world/index.ts";
import type { Names } from "./names.ts";

/** What an observer's own parts let their user do, in one world: an intent whose event a machine handles. */
export class Choices {
  readonly #world: World;
  readonly #names: Names;
  /** Per part of the observer that anybody does anything with: its place, its intents, and what it offers when. */
  readonly #parts: readonly {
    readonly part: number;
    readonly intents: readonly number[];
    readonly offered: PairTable;
  }[];

  readonly #concerned: readonly (readonly number[])[];

  /** `parts` are the observer's own, `hidden` are intents that the two runs differ in. */
  constructor(
    world: World,
    names: Names,
    parts: ReadonlySet<number>,
    hidden: (intent: number) => boolean,
  ) {
    this.#world = world;
    this.#names = names;
    this.#parts = [...parts].flatMap((part) => {
      const intents = world.plan.intents.filter(
        (each) => each.part === part && !hidden(each.index),
      );
      if (intents.length === 0) return [];
      return [{ part, intents: intents.map(({ index }) => index), offered: new PairTable() }];
    });
    this.#concerned = world.plan.parts.map(({ index }) =>
      this.#parts.flatMap(({ part }, at) =>
        part === index || world.plan.parts[part]!.reads.some((read) => read.part === index)
          ? [at]
          : [],
      ),
    );
  }

  get count(): number {
    return this.#parts.length;
  }

  /** The places of those that a change of a part may change. */
  concernedBy(part: number): readonly number[] {
    return this.#concerned[part]!;
  }

  /** What the part at that place offers now, by a name that is the same in both worlds. */
  now(at: number): number {
    const { part, intents, offered } = this.#parts[at]!;
    const { senses, plan, programs } = this.#world;
    const local = this.#world.read(part);
    const seen = senses.seen(part);
    const known = offered.get(local, seen);
    if (known >= 0) return known;
    const planned = plan.parts[part]!;
    const handled = intents.filter((intent) => {
      const symbol = senses.symbol(planned, programs.intentEvents[intent]!);
      return planned.table.handledOf[planned.table.entry(local, symbol)] === 1;
    });
    const text = handled.map((intent) => plan.intents[intent]!.name).join("\n");
    const name = this.#names.of(`${planned.part.name} offers\n${text}`);
    offered.set(local, seen, name);
    return name;
  }
}
