/** A name within a sentence of another direction: what stands around it keeps its order. */
export const isolated = (text: string) => `\u2068${text}\u2069`;

/** Letters, digits, stops and hyphens keep their order in a text of either direction; brackets do not. */
const STEADY = /^[\p{L}\p{N}.-]*$/u;

/** A code as it stands in front of a title of any direction: "8(a)" stays "8(a)". */
export const codeInText = (code: string) => (STEADY.test(code) ? code : `\u2066${code}\u2069`);

/** A code and the title behind it, as one text: for options, crumbs and headings. */
export const headed = (code: string, title: string) => `${codeInText(code)} ${title}`.trim();
