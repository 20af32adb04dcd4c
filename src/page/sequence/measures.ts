import { useEffect, useState } from "preact/hooks";

/** Where things lie across a sequence diagram, in pixels. */
export interface Measures {
  /** Of one lifeline's column. */
  readonly column: number;
  /** Room beside the outer lifelines, for words that are wider than their column. */
  readonly side: number;
  /** Of all lifelines. */
  readonly width: number;
  readonly centre: (lifeline: number) => number;
}

/** Below this width the sentence of a step stands above what is drawn of it; the style sheet says so as well. */
const narrow = 620;
const told = 250;

/** Lifelines share what there is, down to where their names could no longer be read; then the diagram scrolls. */
export const measuresFor = (frame: number, lifelines: number): Measures => {
  const stacked = frame < narrow;
  const side = stacked ? 8 : 30;
  const room = frame - (stacked ? 0 : told) - 2 * side - 2;
  const [least, most] = stacked ? [74, 140] : [104, 180];
  const column = Math.min(most, Math.max(least, Math.floor(room / Math.max(1, lifelines))));
  return {
    column,
    side,
    width: column * lifelines + 2 * side,
    centre: (lifeline) => side + lifeline * column + column / 2,
  };
};

/** Of a sheet of A4 between its margins, in pixels. */
const sheet = 680;

/** By how much a diagram of that width is made smaller to fit on paper. */
export const printZoom = ({ width }: Measures): number => Math.min(1, sheet / (width + told));

/** The width of an element, as it changes. */
export const useWidth = (element: { readonly current: HTMLElement | null }): number => {
  const [width, setWidth] = useState(900);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return width;
};
