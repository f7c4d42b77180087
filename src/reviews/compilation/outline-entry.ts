import { createHash } from 'node:crypto';
import type { ReleasedSource } from '../../progress/release/released-entry.js';
import { ENTRY_PARTS } from '../templates/template.js';
import type { OutlinedEntry } from './compilation-outline.js';
import type { ItemFacts } from './facts/document-facts.js';
import { saidIn } from './words/entry-words.js';

/** A released entry without its words. `items` are those of the document's plans, by id. */
export function outlinedEntry(
  { id, voice, acceptedAt, seal, entry }: ReleasedSource,
  items: ReadonlyMap<string, Pick<ItemFacts, 'serves'>>,
  language: string,
): OutlinedEntry {
  const { content } = entry;
  const serves = entry.items.map(
    (item) => items.get(item.id)?.serves ?? item.objectives.map(({ objective }) => objective),
  );
  const objectives = [...new Set([...entry.objectives, ...serves.flat()])].sort((a, b) => a - b);
  return {
    id,
    voice,
    reporterKind: entry.reporterKind,
    reporter: entry.reporter,
    attributed: entry.attributed,
    seal,
    itemIds: entry.items.map((item) => item.id),
    objectives,
    institutional: objectives.length === 0 || serves.some((those) => those.length === 0),
    periodStart: entry.periodStart,
    periodEnd: entry.periodEnd,
    acceptedAt,
    status: content.status,
    challengeCodes: content.challengeCodes,
    supportKinds: content.supportKinds,
    practice: content.practice,
    parts: ENTRY_PARTS.flatMap((part) => {
      const said = saidIn(entry, part);
      if (said.text === '') return [];
      return [{ part, language: said.language === language ? null : said.language, hash: hashOf(said.text) }];
    }),
  };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
