/** A cell as spreadsheets write it. */
export function quoted(text: string): string;
/** Cells between tabs, rows between line breaks, quotes around a cell that holds either. */
export function cellsOfText(text: string): string[][];
