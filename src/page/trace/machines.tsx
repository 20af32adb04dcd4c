import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Board } from "../../report/board.ts";
import type { MachineDrawing } from "../../report/scenes.ts";
import { Chart } from "../chart/chart.tsx";
import { text } from "../texts/index.ts";

/** The machines of a story at one moment: active states lit, what was just taken thick. */
export const Machines = ({
  board,
  at,
  machines,
  children,
}: {
  readonly board: Board;
  readonly at: number;
  readonly machines: readonly MachineDrawing[];
  /** What else there is to choose. */
  readonly children?: ComponentChildren;
}): JSX.Element | null => {
  const parts = board.stage.parts.filter(({ machine }) => machines[machine] !== undefined);
  const [chosen, choose] = useState<string>();
  const fired = board.steps[at - 1]?.fired ?? {};
  const part = parts.find(({ name }) => name === (chosen ?? busiestOf(parts, fired)));
  if (!part) return null;
  const memory = board.moments[at]!.memory[part.name];
  return (
    <section class="machines" aria-labelledby="machines">
      <h2 id="machines">{text.inspector.machines}</h2>
      <p class="quiet">{text.inspector.machinesSay}</p>
      {children}
      <div class="parts">
        {parts.map(({ name }) => (
          <Choice
            key={name}
            name={name}
            chosen={name === part.name}
            fired={name in fired}
            choose={() => choose(name === chosen ? undefined : name)}
          />
        ))}
      </div>
      <div class="scrolling paper" tabIndex={0} role="region" aria-label={part.name}>
        <Chart
          machine={machines[part.machine]!}
          title={part.name}
          lit={{
            active: board.moments[at]!.parts[part.name] ?? [],
            fired: fired[part.name] ?? [],
            unseen: new Set(),
          }}
        />
      </div>
      {memory && (
        <p class="memory">
          {text.inspector.remembers}{" "}
          {Object.entries(memory).map(([name, value]) => (
            <code key={name}>
              {name} {String(value)}
            </code>
          ))}
        </p>
      )}
    </section>
  );
};

/** Whoever chose nothing sees the part that has just done most. */
const busiestOf = (
  parts: Board["stage"]["parts"],
  fired: Board["steps"][number]["fired"],
): string | undefined =>
  parts.reduce<string | undefined>(
    (best, { name }) =>
      best === undefined || (fired[name]?.length ?? 0) > (fired[best]?.length ?? 0) ? name : best,
    undefined,
  );

const Choice = ({
  name,
  chosen,
  fired,
  choose,
}: {
  readonly name: string;
  readonly chosen: boolean;
  readonly fired: boolean;
  readonly choose: () => void;
}): JSX.Element => (
  <button
    type="button"
    aria-pressed={chosen}
    class={fired ? "fired" : ""}
    title={fired ? text.inspector.changedHere : undefined}
    onClick={choose}
  >
    <bdi>{name}</bdi>
  </button>
);
