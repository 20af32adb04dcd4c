import { Scratch, type World } from "../../world/index.ts";
import { seedOf } from "../random.ts";

/** Signs are told apart by so many bits of a hash; two that fall together count as one. */
const bits = 16;

/** How many signs there can be. */
export const signsMost: number = 2 ** bits;

/** The hash of what no sign speaks of. */
const unwatched = 0;

/**
 * What a walk comes to, as small integers: a part in a local state, the step that led there, and what the other parts of
 * its owner are in then; a monitor in a state, and this together with the local state of each part. So a combination of a
 * promise that is half broken with anything that somebody is doing is a sign of its own.
 *
 * Of each sign it is counted how many walks came to it, in a plain array that hashes point into, like the map of edges of
 * AFL (Zalewski, "Technical whitepaper for afl-fuzz", 2014). Hashes are of names alone, so that a sign is the same number
 * in every thread, whatever came up there before. Nothing is allocated once every state has come up.
 */
export class Signs {
  /** Per sign: how many walks came to it. */
  readonly walks: Uint32Array = new Uint32Array(signsMost);
  /** Signs of this walk that no walk before it came to: states of parts and monitors, and the last of all others. */
  readonly fresh = new Scratch();
  readonly #world: World;
  readonly #parts: number;
  /** Per sign: the last walk that came to it, and that walk's moves up to there. */
  readonly #walkOf: Uint32Array = new Uint32Array(signsMost);
  readonly #movesOf: Uint32Array = new Uint32Array(signsMost);
  #walk = 0;
  #freshOther = -1;
  /** Per part: the others of its owner. */
  readonly #near: readonly (readonly number[])[];
  /** Per slot and value: its hash. */
  readonly #hashes: number[][] = [];
  /** Per part: the hash of its local state at the start, and now. */
  readonly #start: Int32Array;
  readonly #now: Int32Array;
  /** Per slot of a monitor, which one it is; as far as they have come up. */
  readonly #monitors: (number | undefined)[] = [];
  #monitorsSeen = 0;

  /** The world must stand at its start. */
  constructor(world: World) {
    this.#world = world;
    this.#parts = world.plan.parts.length;
    this.#start = Int32Array.from(world.plan.parts, ({ index }) =>
      this.#hashOf(index, world.cells[index]!),
    );
    this.#now = this.#start.slice();
    const { parts } = world.plan;
    this.#near = parts.map(({ owner, index }) =>
      parts.flatMap((other) =>
        other.owner === owner && other.index !== index ? [other.index] : [],
      ),
    );
  }

  /** A walk begins. */
  begin(): void {
    this.#walk++;
    this.fresh.clear();
    this.#freshOther = -1;
    this.#now.set(this.#start);
  }

  /** The world has made a move; so many, with it. */
  note(moves: number): void {
    const { written, cells } = this.#world;
    const { values, count } = written;
    for (let at = 0; at < count; at += 2) {
      const slot = values[at]!;
      if (slot >= this.#parts && slot < this.#world.layout.dynamic) continue;
      const hash = this.#hashOf(slot, cells[slot]!);
      if (hash === unwatched) continue;
      if (slot < this.#parts) this.#noteStep(slot, hash, moves);
      else this.#noteMonitor(hash, moves);
    }
  }

  /** How many moves this walk made up to a sign; -1 if it did not come to it. */
  movesTo(sign: number): number {
    return this.#walkOf[sign] === this.#walk ? this.#movesOf[sign]! : -1;
  }

  #noteStep(part: number, hash: number, moves: number): void {
    const now = this.#now;
    const before = now[part]!;
    if (before === hash) return;
    now[part] = hash;
    this.#come(hash, moves, true);
    this.#come(Math.imul(before, 3) + hash, moves, false);
    const near = this.#near[part]!;
    for (let at = 0; at < near.length; at++) this.#come(now[near[at]!]! + hash, moves, false);
  }

  #noteMonitor(hash: number, moves: number): void {
    this.#come(hash, moves, true);
    for (let part = 0; part < this.#parts; part++)
      this.#come(this.#now[part]! + hash, moves, false);
  }

  #come(hash: number, moves: number, alone: boolean): void {
    const sign = signOf(hash);
    if (this.#walkOf[sign] === this.#walk) return;
    this.#walkOf[sign] = this.#walk;
    this.#movesOf[sign] = moves;
    if (this.walks[sign]!++ > 0) return;
    if (alone) this.fresh.push(sign);
    else this.#freshOther = sign;
  }

  /** The walk has ended. */
  end(): void {
    if (this.#freshOther >= 0) this.fresh.push(this.#freshOther);
  }

  #hashOf(slot: number, value: number): number {
    const hashes = (this.#hashes[slot] ??= []);
    return (hashes[value] ??= this.#name(slot, value));
  }

  /** The slow path: a hash of what a value of a slot stands for, once for each. */
  #name(slot: number, value: number): number {
    const { plan, bank } = this.#world;
    if (slot < this.#parts) {
      const { part, table } = plan.parts[slot]!;
      return seedOf("part", part.name, table.key(value)) | 1;
    }
    for (; this.#monitorsSeen < bank.instances.length; this.#monitorsSeen++)
      this.#monitors[bank.instances[this.#monitorsSeen]!.slot] = this.#monitorsSeen;
    const monitor = this.#monitors[slot];
    if (monitor === undefined) return unwatched;
    const { invariant, binding } = bank.instances[monitor]!;
    const { id, textOf } = bank.invariants[invariant]!;
    return seedOf("monitor", id, JSON.stringify(binding), textOf(value)) | 1;
  }
}

/** Mixes a hash well enough for its upper bits to be as good as any (the finaliser of splitmix32). */
const signOf = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> (32 - bits);
};
