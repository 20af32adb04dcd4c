/** The thread that keeps the states of searches, one search after the other. */
import { parentPort } from "node:worker_threads";
import { keepStates, type Keeping } from "../src/search/index.ts";

parentPort!.on("message", (keeping: Keeping) => keepStates(keeping));
