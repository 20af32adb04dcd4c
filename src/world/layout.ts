import { MoveKind } from "./move.ts";
import type { Plan } from "./plan.ts";
import { faultKinds } from "./scenario.ts";

/** Where everything stands in the world's vector; timers and monitors follow from `dynamic` on, as they appear. */
export interface Layout {
  readonly parts: number;
  readonly channels: number;
  readonly coalitions: number;
  readonly stores: number;
  readonly registers: number;
  readonly limits: number;
  readonly faults: number;
  readonly offline: number;
  /** 1 once a fact was stated that some timed promise listens to, until time has passed without timers. */
  readonly restless: number;
  /** How many messages an adversary has injected, and a list of those that it has seen, if there is one. */
  readonly injected: number;
  readonly seen: number;
  /** 1 for each of its captures that has been made. */
  readonly captured: number;
  readonly dynamic: number;
}

/** One slot for each part, channel, coalition, store, register, limit, fault and unit, in this order. */
export const layOut = (plan: Plan): Layout => {
  const channels = plan.parts.length;
  const coalitions = channels + plan.channels.length;
  const stores = coalitions + plan.coalitions.length;
  const registers = stores + plan.stores.length;
  const limits = registers + plan.registers.length;
  const faults = limits + plan.limits.length;
  const offline = faults + faultKinds.length;
  const restless = offline + plan.units.length;
  return {
    parts: 0,
    channels,
    coalitions,
    stores,
    registers,
    limits,
    faults,
    offline,
    restless,
    injected: restless + 1,
    seen: restless + 2,
    captured: restless + 3,
    dynamic: restless + (plan.adversary ? 3 + plan.adversary.captures.length : 1),
  };
};

/** Fault budgets stand in the order of the fault kinds; `offline` also serves `online`. */
const faultOf: Readonly<Record<number, number>> = {
  [MoveKind.drop]: 0,
  [MoveKind.duplicate]: 1,
  [MoveKind.reorder]: 2,
  [MoveKind.delay]: 3,
  [MoveKind.offline]: 4,
  [MoveKind.crash]: 5,
  [MoveKind.skew]: 6,
};

/** Where the count of a kind of fault stands, counted from {@link Layout.faults}. */
export const faultSlot = (kind: number): number => faultOf[kind]!;
