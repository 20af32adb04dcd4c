import type { JSX } from "preact";
import { mermaidOf } from "../../report/mermaid.ts";
import { sequenceSvg } from "../../report/sequence-svg.ts";
import type { Sequence } from "../../report/sequence.ts";
import { CopyButton } from "../signs/copy-button.tsx";
import { text } from "../texts/index.ts";

/** The diagram to take along: as text for Mermaid, as SVG, as PNG. */
export const Exports = ({
  sequence,
  name,
}: {
  readonly sequence: Sequence;
  readonly name: string;
}): JSX.Element => {
  const file = name.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-").slice(0, 120);
  const svg = (): Blob => new Blob([sequenceSvg(sequence)], { type: "image/svg+xml" });
  return (
    <p class="exports">
      <CopyButton label={text.trace.mermaid} text={() => mermaidOf(sequence)} />
      <button type="button" onClick={() => save(svg(), `${file}.svg`)}>
        {text.trace.svg}
      </button>
      <button
        type="button"
        onClick={() => void pngOf(svg()).then((png) => save(png, `${file}.png`))}
      >
        {text.trace.png}
      </button>
    </p>
  );
};

const save = (content: Blob, name: string): void => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

/** Twice as many pixels as the drawing says, so that it stays sharp. */
const pngOf = async (svg: Blob): Promise<Blob> => {
  const picture = new Image();
  picture.src = URL.createObjectURL(svg);
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  const paper = canvas.getContext("2d")!;
  paper.scale(2, 2);
  paper.drawImage(picture, 0, 0);
  URL.revokeObjectURL(picture.src);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error("no picture"))), "image/png"),
  );
};
