import type { Heading, List, Paragraph, Table } from '../../../platform/documents/document.js';

/** The words of an entry as blocks. */
export const textBlocks = (text: string, language?: string): (Paragraph | Heading | List | Table)[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ type: 'paragraph', runs: [{ text: part }], ...(language && { language }) }));
