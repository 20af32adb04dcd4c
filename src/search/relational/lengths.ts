import { termById, type Term } from "../../term/index.ts";

const lengths: number[] = [];

/**
 * How long a term is: as long as what it is made of. A text counts one, as if all were filled up to one length, unless
 * its attribute `length` says how long it is.
 */
export const lengthOf = (id: number): number => (lengths[id] ??= measured(termById(id)));

const measured = ({ kind, parts, about }: Term): number => {
  const inside = parts.map(({ id }) => lengthOf(id));
  switch (kind) {
    case "nothing":
      return 0;
    case "body":
      return Number(about["length"] ?? 1);
    case "pair":
      return inside[0]! + inside[1]!;
    case "encrypt":
    case "seal":
    case "sign":
      return inside[1]! + 1;
    default:
      return 1;
  }
};
