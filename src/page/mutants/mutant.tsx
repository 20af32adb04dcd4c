import type { JSX } from "preact";
import { moveWords } from "../../report/move-words.ts";
import { mutantWords } from "../../report/mutant-words.ts";
import type { KnownKill, KnownMutant } from "../../report/mutants-report.ts";
import { sentence } from "../../report/words.ts";
import { usePlain } from "../settings.ts";
import { Fold } from "../signs/fold.tsx";
import { text } from "../texts/index.ts";

/** One mutant in a sentence; whoever opens it sees what was changed and how it was noticed. */
export const Mutant = ({
  mutant,
  who,
  ids,
  reason,
  open = false,
}: {
  readonly mutant: KnownMutant;
  /** How its part is called in its sentence; by its name, if left out. */
  readonly who?: string;
  /** The invariants whose story is told; the shortest of all, if left out. */
  readonly ids?: ReadonlySet<string> | undefined;
  /** Why it may survive. */
  readonly reason?: string | undefined;
  readonly open?: boolean;
}): JSX.Element => {
  const first = shortestOf(mutant, ids);
  return (
    <Fold
      name="mutant"
      open={open}
      summary={
        <>
          <span class="goes-wrong">{mutantWords(mutant, who)}</span>{" "}
          <Short mutant={mutant} first={first} />
        </>
      }
    >
      {() => (
        <div class="inside">
          <Changed mutant={mutant} />
          {mutant.because !== undefined && <p>{sentence(mutant.because)}</p>}
          {reason && <p>{text.mutants.because(sentence(reason))}</p>}
          <Around mutant={mutant} />
          {first && <Story kill={first} />}
          <Others kills={(mutant.kills ?? []).filter((kill) => kill !== first)} />
        </div>
      )}
    </Fold>
  );
};

/** The kill that takes the fewest moves; what never shows comes after every story. */
export const shortestOf = (
  { kills = [] }: KnownMutant,
  ids?: ReadonlySet<string>,
): KnownKill | undefined =>
  kills
    .filter(({ by }) => !ids || ids.has(by))
    .reduce<KnownKill | undefined>(
      (best, kill) => (!best || movesOf(kill) < movesOf(best) ? kill : best),
      undefined,
    );

export const movesOf = (kill: KnownKill): number =>
  "moves" in kill ? kill.moves.length : Infinity;

/** Who noticed it, and where it is. */
const Short = ({
  mutant: { at, outcome },
  first,
}: {
  readonly mutant: KnownMutant;
  readonly first: KnownKill | undefined;
}): JSX.Element => (
  <small>
    {first && (
      <>
        <b>{first.by}</b>{" "}
        {"moves" in first ? text.mutants.inMoves(first.moves.length) : text.mutants.neverShows}
      </>
    )}
    {outcome === "reported" && text.mutants.toldByReports}
    {outcome === "unreached" && text.mutants.unreached}
    {at !== undefined && (
      <span class="plain-hides">
        {first || outcome === "reported" || outcome === "unreached" ? " · " : ""}
        <bdi>{at}</bdi>
      </span>
    )}
  </small>
);

const Changed = ({
  mutant: { diff, operator },
}: {
  readonly mutant: KnownMutant;
}): JSX.Element | null => {
  const plain = usePlain();
  // The sentence of a sabotage is all that is known of it.
  if (plain || operator === "sabotage") return null;
  return (
    <pre class="diff" aria-label={text.mutants.changed}>
      {diff.map((line) =>
        line.startsWith("-") ? <del key={line}>{line}</del> : <ins key={line}>{line}</ins>,
      )}
    </pre>
  );
};

/** How close promises came to one that survived. */
const Around = ({
  mutant: { tested, scenarios = 0 },
}: {
  readonly mutant: KnownMutant;
}): JSX.Element | null => {
  if (tested === undefined) return null;
  const around = text.mutants.around(tested.length, scenarios);
  return tested.length <= fewIds ? (
    <p class="quiet">
      {around} {tested.join(", ")}
    </p>
  ) : (
    <Fold summary={around}>{() => <p class="quiet">{tested.join(", ")}</p>}</Fold>
  );
};

/** So many ids stand in sight. */
const fewIds = 15;

const Story = ({ kill }: { readonly kill: KnownKill }): JSX.Element =>
  "moves" in kill ? (
    <div class="way">
      <p>{text.mutants.story(kill.by, kill.in, kill.moves.length)}</p>
      <ol>
        {kill.moves.map((move, at) => (
          <li key={at}>
            <bdi>{moveWords(move)}</bdi>
          </li>
        ))}
      </ol>
      <p class="quiet">{kill.shortest ? text.mutants.shortest : text.mutants.notShortest}</p>
    </div>
  ) : (
    <p>{text.mutants.never(kill.by, kill.never)}</p>
  );

const Others = ({ kills }: { readonly kills: readonly KnownKill[] }): JSX.Element | null =>
  kills.length === 0 ? null : (
    <p class="quiet">
      {text.mutants.alsoNoticed}{" "}
      {kills
        .map((kill) =>
          "moves" in kill ? `${kill.by} (${text.mutants.inMoves(kill.moves.length)})` : kill.by,
        )
        .join(", ")}
    </p>
  );
