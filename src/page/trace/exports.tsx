import type { JSX } from "preact";
import { mermaidOf } from "../../report/mermaid.ts";
import { sequenceSvg } from "../../report/sequence-svg.ts";
import type { Sequence } from "../../report/sequence.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { svgOf } from "../signs/picture.ts";
import { SaveButtons } from "../signs/save-buttons.tsx";
import { text } from "../texts/index.ts";

/** The diagram to take along: as text for Mermaid, as SVG, as PNG. */
export const Exports = ({
  sequence,
  name,
}: {
  readonly sequence: Sequence;
  readonly name: string;
}): JSX.Element => (
  <SaveButtons name={name} svg={() => svgOf(sequenceSvg(sequence))}>
    <CopyButton label={text.trace.mermaid} text={() => mermaidOf(sequence)} />
  </SaveButtons>
);
