import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { text as texts } from "../texts/index.ts";

/** Copies a text, and says that it did. */
export const CopyButton = ({
  label = texts.trace.copy,
  text,
}: {
  readonly label?: string;
  readonly text: () => string;
}): JSX.Element => {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await written(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" class="copy" onClick={() => void copy()}>
      <span aria-live="polite">{copied ? texts.trace.copied : label}</span>
    </button>
  );
};

/** Where the browser keeps the clipboard from files, the older way still works. */
const written = async (text: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
};
