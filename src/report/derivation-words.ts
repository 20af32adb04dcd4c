import type { ToldDerivation } from "../search/index.ts";

/** One line of an indented account. */
export interface Indented {
  readonly depth: number;
  readonly text: string;
}

const seen = (at: number | undefined): string =>
  at === undefined || at === 0 ? "known before the first step" : `observed at step ${at}`;

/** How somebody came to know a term, each thing above what it follows from; what was told before is not told again. */
export const derivationWords = (derivation: ToldDerivation): Indented[] => {
  const told = new Set<string>();
  const tell = ({ term, how, at, from }: ToldDerivation, depth: number): Indented[] => {
    const again = told.has(term) && from.length > 0;
    told.add(term);
    if (again) return [{ depth, text: `${term}: as above` }];
    if (how === "observed") return [{ depth, text: `${term}: ${seen(at)}` }];
    if (from.length === 0) return [{ depth, text: `${term}: ${how}` }];
    const account = {
      "opened with": "by opening the first with the second",
      "taken from": "by taking it out of",
      "composed of": "by putting together",
    }[how];
    return [
      { depth, text: `${term}: ${account ?? how}` },
      ...from.flatMap((each) => tell(each, depth + 1)),
    ];
  };
  return tell(derivation, 0);
};
