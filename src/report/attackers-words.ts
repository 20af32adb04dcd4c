import type { PrivacyPromise } from "../promise/index.ts";
import type { Attackers, Threat } from "../search/index.ts";
import { moveWords } from "./move-words.ts";
import type { Style } from "./terminal-style.ts";
import { wrapped } from "./terminal-wrap.ts";
import { counted, listed, sentence } from "./words.ts";

/** Whether all is as the scenario says: nothing breaks that it does not name, and everything that it names does. */
export const isAsPermitted = ({ threats, unused }: Attackers): boolean =>
  unused.length === 0 && threats.every(({ permitted }) => permitted);

/** Who breaks what, by which of their powers, with the shortest story of each. */
export const attackersLines = (
  found: Attackers,
  promises: readonly PrivacyPromise[],
  style: Style,
): string[] => {
  const { scenario, protocol, threats, unused, stopped } = found;
  const says = new Map(
    promises.flatMap(({ invariants }) => invariants.map((one) => [one.id, one.says] as const)),
  );
  const wrap = (text: string, margin: number, hanging = 0): string[] =>
    wrapped(text, style.width - margin, hanging).map((line) => " ".repeat(margin) + line);
  const byInvariant = Map.groupBy(threats, ({ invariant }) => invariant);
  return [
    `${style.bold(scenario)}, ${protocol}`,
    ...(threats.length === 0 ? ["  no adversary breaks what holds without them"] : []),
    ...[...byInvariant].flatMap(([id, theirs]) => [
      ...wrap(`${style.bold(id)}  ${sentence(says.get(id) ?? id)}`, 2, 2),
      ...theirs.flatMap((threat) => threatLines(threat, style, wrap)),
    ]),
    ...unused.flatMap(({ invariant, adversary }) =>
      wrap(
        `${style.fail} ${invariant} was expected to break under ${adversary}, and does not`,
        2,
        2,
      ),
    ),
    ...stopped.flatMap((name) =>
      wrap(`${style.unsure} not everything was visited under ${name}: there may be more`, 2, 2),
    ),
  ];
};

const threatLines = (
  { adversary, sets, witness, already, permitted }: Threat,
  style: Style,
  wrap: (text: string, margin: number, hanging?: number) => string[],
): string[] => {
  const ways = sets.map(({ powers }) => (powers.length === 0 ? "by being there" : listed(powers)));
  const by = ways.length === 0 ? "by more than three powers together" : ways.join("; or ");
  const [smallest] = sets;
  const { steps, token } = smallest?.witness ?? witness;
  const mark = permitted ? style.pass : style.fail;
  const how = already ? "broken by" : "first broken by";
  return [
    ...wrap(
      `${mark} ${how} ${adversary}: ${by}${permitted ? "" : ", and nobody permits it"}`,
      4,
      2,
    ),
    ...wrap(
      `in ${counted(steps.length, "move")}: ${steps.map(({ move }) => moveWords(move)).join("; ")}`,
      6,
      2,
    ),
    `      replay: sealcheck replay ${token}`,
  ];
};
