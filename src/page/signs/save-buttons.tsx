import type { ComponentChildren, JSX } from "preact";
import { text } from "../texts/index.ts";
import { pngOf } from "./picture.ts";

/** Takes a drawing along as a file, with what else there is to take. */
export const SaveButtons = ({
  name,
  svg,
  children,
}: {
  /** What the files are called. */
  readonly name: string;
  readonly svg: () => Blob;
  readonly children?: ComponentChildren;
}): JSX.Element => {
  const file = name.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-").slice(0, 120);
  return (
    <p class="exports">
      {children}
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
