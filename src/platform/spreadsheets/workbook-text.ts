/** As much as a cell of a workbook holds. */
const MAX_CELL = 32_767;

const escaped = (character: string) =>
  `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;

/**
 * A text as a workbook keeps it. Characters that XML cannot hold are written as `_x0001_`; a text that looks so itself
 * is written so that it stays. So are texts such as "constructor": the library that writes workbooks looks texts up in
 * an object that has those already, and the whole sheet would be lost.
 */
export function workbookText(text: string): string {
  const safe = text
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, escaped)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/g, escaped);
  return (safe in Object.prototype ? escaped(safe) + safe.slice(1) : safe).slice(0, MAX_CELL);
}
