/** Width of a lifeline's column, in pixels. */
export const columnWidth = 132;
/** Room beside the outer lifelines, for words that are wider than their column. */
export const sideRoom = 34;
