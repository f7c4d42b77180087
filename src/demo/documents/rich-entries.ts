import type { DemoEntry } from '../entries.js';
import { cooperation } from './cooperation.data.js';
import { inclusion } from './inclusion.data.js';
import { protection } from './protection.data.js';
import { regularPathways } from './regular-pathways.data.js';
import { entryOf, type Memory, set } from './rich-entry.js';
import { translations } from './translations.data.js';

/** What was said, by the words it was said in: for the documents that are made in three languages. */
export const memory: Memory = new Map(translations.map(([text, said]) => [text, set(said)]));

export const richEntries: readonly DemoEntry[] = [
  ...regularPathways,
  ...protection,
  ...inclusion,
  ...cooperation,
].map((rich) => entryOf(rich, memory));
