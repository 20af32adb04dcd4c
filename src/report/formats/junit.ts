import type { ProtocolInvariant, RunProtocol } from "../run.ts";
import { sentence } from "../words.ts";
import { plainStory } from "./plain-story.ts";
import type { GateRule, Showing } from "./showing.ts";
import { element, escaped } from "./xml.ts";

/**
 * JUnit's XML as Jenkins reads it: a suite for each protocol, a test for each invariant, and a suite for the gate. What
 * was not put to the test has failed, since whoever counts tests counts it as checked. Readers differ in what they show
 * of it, so the story and its replay stand in the text of the failure.
 */
export const junitOf = (showing: Showing): string => {
  const { run, rules } = showing;
  const suites = [
    ...run.protocols.map((protocol) => protocolSuite(protocol, showing)),
    ...(rules.length > 0 ? [suite("gate", {}, rules.map(ruleTest))] : []),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "sealcheck" }, ...suites.map((one) => `\n${one}`), "\n")}\n`;
};

interface Test {
  readonly failed: boolean;
  readonly xml: string;
}

const suite = (
  name: string,
  properties: Readonly<Record<string, string>>,
  tests: readonly Test[],
): string =>
  element(
    "testsuite",
    {
      name,
      tests: tests.length,
      failures: tests.filter(({ failed }) => failed).length,
      errors: 0,
    },
    ...(Object.keys(properties).length > 0
      ? [
          element(
            "properties",
            {},
            ...Object.entries(properties).map(([key, value]) =>
              element("property", { name: key, value }),
            ),
          ),
        ]
      : []),
    ...tests.map(({ xml }) => `\n${xml}`),
    "\n",
  );

const protocolSuite = (protocol: RunProtocol, showing: Showing): string => {
  const { seed, modelHash, version } = showing.run;
  return suite(
    protocol.name,
    { sealcheck: version, seed: String(seed), models: modelHash },
    protocol.invariants.map((invariant) => invariantTest(protocol, invariant, showing)),
  );
};

const invariantTest = (
  { name }: RunProtocol,
  { id, promise, says, verdict, tested, insufficient, unexpected }: ProtocolInvariant,
  { run, excuse }: Showing,
): Test => {
  const broken = run.traces.filter(
    ({ protocol, invariant }) => protocol === name && invariant === id,
  );
  const open = broken.filter((trace) => !excuse(trace));
  const failures = [
    ...open.map((trace) => failure("broken", sentence(says), plainStory(run, trace))),
    ...(insufficient
      ? [failure(verdict, `${id} is ${verdict}`, `${sentence(says)} ${verdict}`)]
      : []),
    ...(unexpected
      ? [failure("contradicted", `${id} was said not to come up`, `${sentence(says)} It did.`)]
      : []),
  ];
  const excused = broken.flatMap((trace) => {
    const because = excuse(trace);
    return because ? [`${trace.key}: ${because.because}`] : [];
  });
  const told = [`${verdict}, put to the test ${tested.toLocaleString("en")} times`, ...excused];
  return {
    failed: failures.length > 0,
    xml: element(
      "testcase",
      { name: `${id} ${says}`, classname: `${name}.${promise}` },
      ...failures,
      element("system-out", {}, escaped(told.join("\n"))),
    ),
  };
};

const ruleTest = ({ id, says, passed, wrong, better }: GateRule): Test => ({
  failed: !passed,
  xml: element(
    "testcase",
    { name: `${id} ${says}`, classname: "gate" },
    ...(passed ? [] : [failure("gate", says, wrong.join("\n"))]),
    ...(better.length > 0 ? [element("system-out", {}, escaped(better.join("\n")))] : []),
  ),
});

const failure = (type: string, message: string, text: string): string =>
  element("failure", { type, message }, escaped(text));
