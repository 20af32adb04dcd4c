import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { text } from "../texts/index.ts";

interface Standing {
  readonly at: number;
  readonly last: number;
  /** The step at which a promise breaks. */
  readonly breaks: number | undefined;
  readonly go: (step: number) => void;
}

/** Buttons that step through a story; says aloud where one stands. */
export const Stepper = ({
  at,
  last,
  breaks,
  go,
  told,
}: Standing & { readonly told: string | undefined }): JSX.Element => (
  <div class="stepper" role="toolbar" aria-label={text.trace.shown}>
    <button
      type="button"
      disabled={at === 0}
      onClick={() => go(0)}
      aria-label={text.trace.first}
      title={text.trace.first}
    >
      <Jump to="first" />
    </button>
    <button type="button" disabled={at === 0} onClick={() => go(at - 1)}>
      ← {text.trace.previous}
    </button>
    <output class="step">{text.trace.step(at, last)}</output>
    <button type="button" disabled={at === last} onClick={() => go(at + 1)}>
      {text.trace.next} →
    </button>
    <button
      type="button"
      disabled={at === last}
      onClick={() => go(last)}
      aria-label={text.trace.last}
      title={text.trace.last}
    >
      <Jump to="last" />
    </button>
    {breaks !== undefined && (
      <button type="button" class="bad" disabled={at === breaks} onClick={() => go(breaks)}>
        {text.trace.violation}
      </button>
    )}
    <span class="keys">{text.trace.keys(breaks !== undefined)}</span>
    <span class="unseen" aria-live="polite">
      {told === undefined ? text.trace.start : text.trace.spoken(at, last, told)}
    </span>
  </div>
);

const Jump = ({ to }: { readonly to: "first" | "last" }): JSX.Element => (
  <svg class="jump" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
    <path
      d={to === "first" ? "M2.5 2v10M11.5 2.5L5 7l6.5 4.5Z" : "M11.5 2v10M2.5 2.5L9 7l-6.5 4.5Z"}
    />
  </svg>
);

/** Arrow keys step, Home and End jump, V goes to where it breaks; not while somebody writes. */
export const useStepKeys = ({ at, last, breaks, go }: Standing): void => {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const step = stepFor(event.key, { at, last, breaks });
      if (step === undefined) return;
      event.preventDefault();
      if (step !== at) go(step);
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [at, last, breaks, go]);
};

const stepFor = (key: string, { at, last, breaks }: Omit<Standing, "go">): number | undefined => {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
    case "j":
      return Math.min(last, at + 1);
    case "ArrowLeft":
    case "ArrowUp":
    case "k":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    case "v":
    case "V":
      return breaks;
    default:
      return undefined;
  }
};

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);
