import { testScenarios } from "sealcheck/vitest";

// A test for every scenario under every protocol; a new file is found by itself.
testScenarios(import.meta.glob(["../models/**/*.ts", "../scenarios/**/*.ts"], { eager: true }));
