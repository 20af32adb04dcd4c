import { nothing, termById } from "../term/index.ts";
import { MoveKind, moveKindNames } from "./move.ts";
import type { World } from "./world.ts";

/**
 * The canonical name of a move in the world's present state. Names say what is done and to whom, in the
 * composition's own words, so that a trace of names survives changes of generators, tables and ids.
 */
export const moveName = (
  world: World,
  kind: number,
  a: number,
  b: number,
  outputs: number,
): string => {
  const name = calmName(world, kind, a, b);
  return outputs < 0 ? name : `crash after ${outputs} of: ${name}`;
};

const calmName = (world: World, kind: number, a: number, b: number): string => {
  const { plan, timers } = world;
  switch (kind) {
    case MoveKind.intent: {
      const { name, carries } = plan.intents[a]!;
      return carries?.carry === "known" && b !== nothing.id
        ? `${name} "${termById(b).label}"`
        : name;
    }
    case MoveKind.deliver:
    case MoveKind.drop:
    case MoveKind.duplicate:
    case MoveKind.reorder:
    case MoveKind.suppress:
    case MoveKind.overtake:
      return `${moveKindNames[kind]} ${plan.channels[a]!.name}${which(world, kind, a, b)}`;
    case MoveKind.timer:
      return timers.all[a]!.name;
    case MoveKind.time:
    case MoveKind.delay:
    case MoveKind.withhold:
      return `${moveKindNames[kind]} +${a}`;
    case MoveKind.capture:
      return plan.adversary!.captures[a]!.name;
    case MoveKind.replay:
    case MoveKind.inject:
      return `${moveKindNames[kind]} ${plan.channels[a]!.name} [${world.programs.items[b]!.name}]`;
    default:
      return `${moveKindNames[kind]} ${plan.units[a]!}`;
  }
};

const overtakes = (kind: number): boolean =>
  kind === MoveKind.reorder || kind === MoveKind.overtake;

/** Names the message where the channel's order does not: in unordered channels, and when one overtakes. */
const which = (world: World, kind: number, channel: number, position: number): string => {
  if (world.plan.channels[channel]!.order === "fifo" && !overtakes(kind)) return "";
  const items = world.lists.items(world.cells[world.layout.channels + channel]!);
  const item = items[position]!;
  const twin = items.slice(0, position).filter((other) => other === item).length;
  return ` [${world.programs.items[item]!.name}]${twin > 0 ? ` #${twin + 1}` : ""}`;
};
