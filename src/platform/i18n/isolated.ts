/** A name within a sentence of another direction: what stands around it keeps its order. */
export const isolated = (text: string) => `\u2068${text}\u2069`;
