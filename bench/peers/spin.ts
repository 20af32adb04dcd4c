import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { businessesOf, pairsOf, usersOf, type Size } from "../notice/sizes.ts";

/** What an exhaustive search of a peer came to. */
export interface Searched {
  readonly states: number;
  readonly transitions: number;
  /** Processor time, user and system. */
  readonly seconds: number;
  /** Undefined where it cannot be told. */
  readonly bytes: number | undefined;
}

/** How to get Spin where it is missing. */
export const spinMissing = "no Spin here: apt-get install spin gcc brings it (Debian's package)";

export const hasSpin = (): boolean =>
  ["spin", "gcc"].every((tool) => spawnSync("which", [tool]).status === 0);

const modes = [0, 1, 2];

/**
 * The notice protocol in Promela, as somebody would write it who knows Spin: one process, one atomic step for each
 * action, invariants asserted at the statements that could break them.
 */
const promela = (size: Size): string => {
  const users = usersOf(size);
  const businesses = businessesOf(size);
  const id = (user: string, business: string): string => `${user}${business}`;
  const step = (...statements: readonly string[]): string =>
    `  :: d_step { ${statements.join("; ")} }`;
  const ofBusiness = businesses.flatMap((b) => [
    ...modes.map((m) =>
      step(`flips_${b} < ${size.flips} && mode_${b} != ${m} -> mode_${b} = ${m}`, `flips_${b}++`),
    ),
    ...users.flatMap((u, index) =>
      modes.flatMap((key) => [
        step(
          `q_${b} ? [${index},${key}] && mode_${b} == ${key} -> q_${b} ? ${index},${key}`,
          `inbox_${id(u, b)} = 1`,
          ...(key > 0
            ? [
                `seen_${id(u, b)} = seen_${id(u, b)} | ${1 << key}`,
                `assert((seen_${id(u, b)} & ~ack_${id(u, b)}) == 0)`,
              ]
            : []),
        ),
        ...modes
          .filter((m) => m !== key)
          .map((m) =>
            step(
              `q_${b} ? [${index},${key}] && mode_${b} == ${m} && len(q_${u}) < ${size.queue} -> q_${b} ? ${index},${key}`,
              `q_${u} ! ${businesses.indexOf(b)},${m}`,
            ),
          ),
      ]),
    ),
  ]);
  const ofPair = pairsOf(size).flatMap(({ user: u, business: b }) => {
    const p = id(u, b);
    return [
      step(`cache_${p} != mode_${b} -> cache_${p} = mode_${b}`, `chat_${p} = 0`),
      step(
        `chat_${p} == 0 -> chat_${p} = (cache_${p} == 0 || (ack_${p} & (1 << cache_${p})) -> 2 : 1)`,
      ),
      step(`chat_${p} == 1 -> ack_${p} = ack_${p} | (1 << cache_${p})`, `chat_${p} = 2`),
      step(`chat_${p} != 0 -> chat_${p} = 0`),
      step(
        `chat_${p} == 2 && len(q_${b}) < ${size.queue} -> assert(cache_${p} != 3)`,
        `q_${b} ! ${users.indexOf(u)},cache_${p}`,
      ),
      step(
        `inbox_${p} && len(q_${u}) < ${size.queue} -> inbox_${p} = 0`,
        `q_${u} ! ${businesses.indexOf(b)},3`,
      ),
    ];
  });
  const ofUser = users.flatMap((u) =>
    businesses.flatMap((b, index) => [
      ...modes.map((m) =>
        step(
          `q_${u} ? [${index},${m}] -> q_${u} ? ${index},${m}`,
          `cache_${id(u, b)} = ${m}`,
          `chat_${id(u, b)} = 0`,
        ),
      ),
      step(`q_${u} ? [${index},3] -> q_${u} ? ${index},3`),
    ]),
  );
  return [
    ...businesses.flatMap((b) => [`byte mode_${b}, flips_${b};`]),
    ...pairsOf(size).map(({ user, business }) => {
      const p = id(user, business);
      return `byte cache_${p}, chat_${p}, ack_${p}, seen_${p}; bit inbox_${p};`;
    }),
    ...[...businesses, ...users].map((q) => `chan q_${q} = [${size.queue}] of { byte, byte };`),
    "active proctype notice() { do",
    ...ofBusiness,
    ...ofPair,
    ...ofUser,
    "od }",
  ].join("\n");
};

/** Searches a size with Spin, in full and without leaving anything out. */
export const spinSearch = (size: Size): Searched => {
  const folder = mkdtempSync(join(tmpdir(), "sealcheck-spin-"));
  try {
    writeFileSync(join(folder, "notice.pml"), promela(size));
    must(folder, "spin", ["-a", "notice.pml"]);
    must(folder, "gcc", ["-O2", "-DSAFETY", "-DNOREDUCE", "-w", "-o", "pan", "pan.c"]);
    const told = must(folder, "bash", ["-c", "TIMEFORMAT='cpu %U %S'; time ./pan -m1000000 -w24"]);
    const figure = (pattern: RegExp): number => Number(pattern.exec(told)![1]);
    const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(told)!;
    return {
      states: figure(/(\d+) states, stored/),
      transitions: figure(/(\d+) transitions/),
      seconds: Number(user) + Number(system),
      bytes: figure(/([\d.]+)\s+total actual memory usage/) * 1e6,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const must = (cwd: string, command: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`);
  return stdout + stderr;
};
