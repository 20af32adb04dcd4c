import type { Ledger } from "../promise/index.ts";
import { ledgerStatus } from "./ledger-status.ts";
import type { RunLedger, RunProtocol } from "./run.ts";

/** What became of every statement of the source, under each protocol. */
export const ledgerOf = (
  { source, rows }: Ledger,
  protocols: readonly RunProtocol[],
): RunLedger => ({
  source,
  rows: Object.entries(rows).map(([statement, row]) => {
    const { says, checkedBy = [], truthGap, notYetChecked, notCheckable } = row;
    return {
      statement,
      says,
      checkedBy,
      status: Object.fromEntries(
        protocols
          .filter(({ variant }) => !variant)
          .map(({ name, invariants }) => {
            const named = (ids: readonly string[]): RunProtocol["invariants"] =>
              invariants.filter(({ id, promise }) => ids.includes(id) || ids.includes(promise));
            const gap = truthGap ? named([truthGap.of]).map(({ id }) => id) : [];
            return [name, ledgerStatus(named(checkedBy), gap)];
          }),
      ),
      truthGap,
      notYetChecked,
      notCheckable,
    };
  }),
});
