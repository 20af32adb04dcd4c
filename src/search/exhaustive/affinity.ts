import type { Scratch } from "../../world/index.ts";

/** Slots that stand side by side, and how much they have to do with those of each other group. */
interface Group {
  readonly slots: readonly number[];
  /** By other group: how often moves looked at two of their slots together, over all pairs of them. */
  readonly bonds: Map<Group, number>;
}

/** Which slots moves look at together. */
export class Affinity {
  readonly #alone = new Map<number, number>();
  /** By the lesser slot and the greater one. */
  readonly #together = new Map<number, Map<number, number>>();

  /** A move has looked at these slots; some may come several times. */
  note({ values, count }: Scratch): void {
    const slots = [...new Set(values.subarray(0, count))];
    for (const slot of slots) {
      this.#alone.set(slot, (this.#alone.get(slot) ?? 0) + 1);
      for (const other of slots)
        if (slot < other) {
          let row = this.#together.get(slot);
          if (!row) this.#together.set(slot, (row = new Map()));
          row.set(other, (row.get(other) ?? 0) + 1);
        }
    }
  }

  /**
   * Slots in an order in which those that moves look at together stand together: the two groups that are closest are
   * put side by side, until all are one group ("average linkage").
   */
  order(slots: readonly number[]): number[] {
    let groups: Group[] = slots.map((slot) => ({ slots: [slot], bonds: new Map() }));
    for (const one of groups)
      for (const other of groups) {
        const bond = this.#bond(one.slots[0]!, other.slots[0]!);
        if (one !== other && bond > 0) one.bonds.set(other, bond);
      }
    for (let pair = closest(groups); pair; pair = closest(groups)) {
      const [one, other] = pair;
      const joined = join(one, other);
      groups = groups.flatMap((group) =>
        group === one ? [joined] : group === other ? [] : [group],
      );
    }
    return groups.flatMap((group) => group.slots);
  }

  /** Of the moves that look at one of two slots, the share that looks at both. */
  #bond(one: number, other: number): number {
    const both = this.#together.get(Math.min(one, other))?.get(Math.max(one, other)) ?? 0;
    return both / (this.#alone.get(one)! + this.#alone.get(other)! - both);
  }
}

/** The two groups that have most to do with each other; of equals, the first. */
const closest = (groups: readonly Group[]): readonly [Group, Group] | undefined => {
  let found: readonly [Group, Group] | undefined;
  let most = 0;
  for (const one of groups)
    for (const [other, bond] of one.bonds) {
      const mean = bond / (one.slots.length * other.slots.length);
      if (mean <= most) continue;
      most = mean;
      found = [one, other];
    }
  return found;
};

const join = (one: Group, other: Group): Group => {
  const joined: Group = { slots: [...one.slots, ...other.slots], bonds: new Map() };
  for (const { bonds } of [one, other])
    for (const [third, bond] of bonds)
      if (third !== one && third !== other) {
        const sum = (joined.bonds.get(third) ?? 0) + bond;
        joined.bonds.set(third, sum);
        third.bonds.set(joined, sum);
      }
  for (const third of joined.bonds.keys()) {
    third.bonds.delete(one);
    third.bonds.delete(other);
  }
  return joined;
};
