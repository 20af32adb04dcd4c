import type { PrivacyPromise } from "../promise/index.ts";
import type { Attackers, Element, Unused, Way } from "../search/index.ts";
import { moveWords } from "./move-words.ts";
import type { Style } from "./terminal-style.ts";
import { wrapped } from "./terminal-wrap.ts";
import { counted, listed, sentence } from "./words.ts";

/**
 * Whether all is as the promises and the scenario say: nothing comes about that neither permits, and whatever they permit
 * does.
 */
export const isAsPermitted = ({ ways, unused }: Attackers): boolean =>
  unused.length === 0 && ways.every(({ permittedBy }) => permittedBy !== undefined);

type Wrap = (text: string, margin: number, hanging?: number) => string[];

/** Who breaks what, or reads what, and by which capabilities, grants and opt-ins, with the shortest story of each. */
export const attackersLines = (
  found: Attackers,
  promises: readonly PrivacyPromise[],
  style: Style,
): string[] => {
  const { scenario, protocol, ways, unused, stopped } = found;
  const says = new Map(
    promises.flatMap(({ invariants }) => invariants.map((one) => [one.id, one.says] as const)),
  );
  const wrap: Wrap = (text, margin, hanging = 0) =>
    wrapped(text, style.width - margin, hanging).map((line) => " ".repeat(margin) + line);
  const byInvariant = Map.groupBy(ways, ({ invariant }) => invariant);
  return [
    `${style.bold(scenario)}, ${protocol}`,
    ...(ways.length === 0 ? ["  nobody breaks anything, or reads what is promised about"] : []),
    ...[...byInvariant].flatMap(([id, theirs]) => [
      ...wrap(`${style.bold(id)}  ${sentence(says.get(id) ?? id)}`, 2, 2),
      ...plainReaderLines(theirs, style, wrap),
      ...theirs.filter((way) => !isPlain(way)).flatMap((way) => wayLines(way, style, wrap)),
    ]),
    ...unused.flatMap((one) => wrap(`${style.fail} ${unusedWords(one)}`, 2, 2)),
    ...stopped.flatMap((name) =>
      wrap(
        `${style.unsure} inconclusive: not everything was searched ${name === "nobody" ? "while nobody attacks" : `under ${name}`}, so there may be more, and less may be enough`,
        2,
        2,
      ),
    ),
    ...(stopped.length > 0
      ? wrap(
          "--states lets every search go further; fewer injections in the scenario's bound make less of it",
          4,
        )
      : []),
  ];
};

/** Whether somebody reads without further ado, as they may. */
const isPlain = ({ reader, adversary, sets }: Way): boolean =>
  reader !== undefined && adversary === undefined && sets.every((set) => set.elements.length === 0);

const plainReaderLines = (ways: readonly Way[], { pass }: Style, wrap: Wrap): string[] => {
  const readers = ways.filter(isPlain).map(({ reader }) => reader!);
  return readers.length === 0
    ? []
    : wrap(`${pass} read by ${listed(readers)}, as it permits: nobody has to let them`, 4, 2);
};

const unusedWords = ({ invariant, adversary, reader }: Unused): string =>
  reader === undefined
    ? `under-permission: ${invariant} was expected to break ${adversary === undefined ? "while nobody attacks" : `under ${adversary}`}, and does not`
    : `under-permission: ${reader} may read what ${invariant} is about, since somebody lets them, and never does`;

const elementWords = ({ kind, name }: Element): string =>
  kind === "capability" && !name.includes(".") ? name : `${moveWords(name)} (${kind})`;

const wayLines = (way: Way, style: Style, wrap: Wrap): string[] => {
  const [{ witness }] = way.sets as [Way["sets"][number]];
  const mark = way.permittedBy === undefined ? style.fail : style.pass;
  const lines = wrap(`${mark} ${whoWords(way)}: ${setsWords(way)}${verdictWords(way)}`, 4, 2);
  const { steps, token } = witness;
  const moves = steps.map(({ move }) => moveWords(move)).join("; ");
  return [
    ...lines,
    ...wrap(`in ${counted(steps.length, "move")}: ${moves}`, 6, 2),
    `      replay: sealcheck replay ${token}`,
  ];
};

const whoWords = ({ adversary, reader, already }: Way): string => {
  if (reader !== undefined)
    return adversary === undefined ? `read by ${reader}` : `read by ${reader} as ${adversary}`;
  if (adversary === undefined) return "broken while nobody attacks";
  return `${already ? "broken by" : "first broken by"} ${adversary}`;
};

const setsWords = ({ sets }: Way): string =>
  sets
    .map(({ elements, minimal }) => {
      const names = elements.length === 0 ? "by being there" : listed(elements.map(elementWords));
      return minimal ? names : `${names} (inconclusive: less may be enough)`;
    })
    .join("; or ");

const verdictWords = ({ reader, permittedBy }: Way): string => {
  if (permittedBy === undefined) return ", and nobody permits it: over-permission";
  return reader === undefined ? "" : ", as it permits";
};
