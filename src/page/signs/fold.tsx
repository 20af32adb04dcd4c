import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";

/** Something that is made only once somebody opens it, so that a thousand of them stand on one page. */
export const Fold = ({
  summary,
  open = false,
  name,
  children,
}: {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  readonly name?: string;
  readonly children: () => ComponentChildren;
}): JSX.Element => {
  const [shown, setShown] = useState(open);
  return (
    <details
      class={name}
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setShown(true);
      }}
    >
      <summary>{summary}</summary>
      {shown && children()}
    </details>
  );
};
