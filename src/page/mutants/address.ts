import { addressOf } from "../route.ts";

/** What of the page of mutants is looked into. */
export interface Looking {
  /** The version. */
  readonly under?: string | undefined;
  /** A promise, or an invariant of it. */
  readonly row?: string | undefined;
  readonly operator?: string | undefined;
}

export const mutantsAddress = ({ under, row, operator }: Looking): string =>
  addressOf(["mutants"], { under, row, operator });
