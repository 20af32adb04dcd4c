import { parentPort } from "node:worker_threads";
import { Keeper, keepStates, type Keeping } from "../../../src/search/exhaustive/keeper.ts";
import { Random } from "../../../src/search/random.ts";

/** How a thread keeps states: as the command line has it, with pauses of chance length, or until it fails. */
export type Manner = "usual" | "fitful" | "failing";

const sleep = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

const keepFitfully = (keeping: Keeping): void => {
  const keeper = new Keeper(keeping);
  const random = new Random(1);
  let pauses = 60;
  while (keeper.work()) {
    if (pauses > 0 && random.below(4) === 0) {
      sleep(random.below(4));
      pauses--;
    }
    keeper.wait();
  }
};

const keepAndFail = (keeping: Keeping): void => {
  const keeper = new Keeper(keeping);
  for (let turn = 0; turn < 20; turn++) {
    keeper.work();
    keeper.wait();
  }
  keeper.fail();
};

const manners = { usual: keepStates, fitful: keepFitfully, failing: keepAndFail };

parentPort!.on("message", (told: { readonly manner: Manner; readonly keeping: Keeping }) =>
  manners[told.manner](told.keeping),
);
