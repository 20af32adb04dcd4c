import type { ComponentChildren, JSX } from "preact";

/** A table that scrolls by itself where it is too wide. */
export const ScrollingTable = ({
  label,
  kind,
  heads,
  children,
}: {
  readonly label: string;
  readonly kind: string;
  readonly heads: readonly string[];
  /** Its rows. */
  readonly children: ComponentChildren;
}): JSX.Element => (
  <div class="scrolling" tabIndex={0} role="region" aria-label={label}>
    <table class={kind}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
