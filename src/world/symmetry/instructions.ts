import { nothing } from "../../term/index.ts";
import type { Plan } from "../plan.ts";
import { Op } from "../programs.ts";
import type { World } from "../world.ts";
import type { Renaming } from "./renaming.ts";

/** An operation and its two operands. */
type Instruction = readonly [op: number, a: number, b: number];

/** Whether one program of a wiring does to the renamed world what another does to the world. */
export const sameCode = (
  { plan, programs }: World,
  renaming: Renaming,
  ours: readonly number[],
  theirs: readonly number[],
): boolean => {
  if (ours.length !== theirs.length) return false;
  const renamed = instructionsOf(ours).map((one) => renamedInstruction(renaming, one));
  const others = inOrder(plan, instructionsOf(theirs));
  return inOrder(plan, renamed).every(([op, a, b], at) => {
    const [op2, a2, b2] = others[at]!;
    if (op !== op2 || b !== b2) return false;
    return op === Op.disclose ? sameDisclosure(programs.disclosures, renaming, a, a2) : a === a2;
  });
};

const instructionsOf = (code: readonly number[]): Instruction[] =>
  Array.from({ length: code.length / 3 }, (_, at) => [
    code[3 * at]!,
    code[3 * at + 1]!,
    code[3 * at + 2]!,
  ]);

/** The renamed instruction; which disclosure it asks for is left to {@link sameDisclosure}. */
const renamedInstruction = (renaming: Renaming, [op, a, b]: Instruction): Instruction => {
  const { to } = renaming;
  switch (op) {
    case Op.send:
      return [op, to.channels[a]!, renaming.item(b)];
    case Op.tell:
      return [op, renaming.item(a), b];
    case Op.learn:
      return [op, to.coalitions[a]!, renaming.term(b)];
    case Op.keep:
    case Op.erase:
      return [op, to.stores[a]!, renaming.term(b)];
    case Op.purge:
      return [op, to.stores[a]!, b];
    case Op.disclose:
      return [op, a, b];
    case Op.remember:
      return [op, to.registers[a]!, renaming.term(b)];
    default:
      return [op, renaming.fact(a), b];
  }
};

const sameDisclosure = (
  disclosures: World["programs"]["disclosures"],
  renaming: Renaming,
  ours: number,
  theirs: number,
): boolean => {
  const { store, to, last, upTo } = disclosures[ours]!;
  const other = disclosures[theirs]!;
  return (
    renaming.to.stores[store] === other.store &&
    renaming.to.coalitions[to] === other.to &&
    last === other.last &&
    renaming.term(upTo?.id ?? nothing.id) === (other.upTo?.id ?? nothing.id)
  );
};

/**
 * Messages that one after the other go out over channels that nobody watches, by channel: in which order they are sent
 * makes no difference, and whoever writes to all of a person's devices must choose one.
 */
const inOrder = ({ channels }: Plan, code: readonly Instruction[]): Instruction[] => {
  const isUnseen = ([op, channel]: Instruction): boolean =>
    op === Op.send && channels[channel]!.seenBy.length === 0;
  const ordered: Instruction[] = [];
  for (let at = 0; at < code.length;) {
    let end = at;
    while (end < code.length && isUnseen(code[end]!)) end++;
    ordered.push(...code.slice(at, end).toSorted(([, left], [, right]) => left - right));
    if (end < code.length) ordered.push(code[end]!);
    at = end + 1;
  }
  return ordered;
};
