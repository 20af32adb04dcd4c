import { declaredAt, Mistake, type Place } from "../mistake.ts";

/** What becomes of one statement of the source: checked by invariants, or openly not, for a reason. */
export interface LedgerRow {
  /** The statement in our own words. */
  readonly says: string;
  /** Ids of promises ("P1": all of its invariants) or of single invariants ("P5.a") that check it. */
  readonly checkedBy?: readonly string[];
  /** Invariants whose break is a gap between what people are told and what is so; accepted for a reason. */
  readonly truthGap?: { readonly of: string; readonly acceptedBecause: string };
  /** What of it is still to be checked. */
  readonly notYetChecked?: string;
  /** Why it cannot be checked. */
  readonly notCheckable?: string;
}

/** Every statement of a source and what became of it, so that nothing that was promised is silently left out. */
export interface Ledger {
  readonly sealcheck: "ledger";
  /** What the statements are taken from. */
  readonly source: string;
  /** By statement, e.g. "S4". */
  readonly rows: Readonly<Record<string, LedgerRow>>;
  readonly place: Place | undefined;
}

/** Declares the ledger of a project; one a project. */
export const ledger = (declaration: Pick<Ledger, "source" | "rows">): Ledger => {
  const place = declaredAt(ledger as never);
  for (const [statement, { checkedBy, notYetChecked, notCheckable }] of Object.entries(
    declaration.rows,
  ))
    if (!checkedBy?.length && !notYetChecked && !notCheckable)
      throw new Mistake({
        what: `statement ${statement} of the ledger leads nowhere`,
        where: place,
        why: "a statement that nothing answers to would look as if it were kept",
        todo: "name what checks it, or say why it is not checked",
      });
  return { ...declaration, sealcheck: "ledger", place };
};
