import type { JSX } from "preact";
import type { Board } from "../../report/board.ts";
import { usePlain } from "../settings.ts";
import { text } from "../texts/index.ts";
import { Difference } from "./difference.tsx";
import { Knowledge } from "./knowledge.tsx";
import { Channels, Stores } from "./places.tsx";
import { Standings } from "./standings.tsx";

/** How the world stands at one moment of a story. */
export const Inspector = ({
  board,
  at,
}: {
  readonly board: Board;
  readonly at: number;
}): JSX.Element => {
  const plain = usePlain();
  return (
    <div class="inspector">
      <section>
        <h2>{text.inspector.knowledge}</h2>
        <Knowledge board={board} at={at} />
      </section>
      {!plain && (
        <section class="on-screen">
          <h2>{text.inspector.difference}</h2>
          <Difference board={board} at={at} />
        </section>
      )}
      <section>
        <h2>{text.inspector.promises}</h2>
        <Standings board={board} at={at} />
      </section>
      <section class="on-screen">
        <h2>{text.inspector.channels}</h2>
        <Channels moment={board.moments[at]!} />
      </section>
      <section class="on-screen">
        <h2>{text.inspector.stores}</h2>
        <Stores moment={board.moments[at]!} stage={board.stage} />
      </section>
    </div>
  );
};
