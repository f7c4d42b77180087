import type { CompiledPassage } from '../../passages/passage.js';
import type { DocumentWords } from '../words/document-words.js';
import type { ContentContext } from './content.js';
import { unnamedPassages } from './reports.js';

/** Words of unnamed reporters that stand under no heading of their own, after all else that the section takes in. */
export function* poolPassages(context: ContentContext, words: DocumentWords): Iterable<CompiledPassage> {
  const { placement, index, sectionKey } = context;
  if (placement.taken.at(-1)?.index !== index) return;
  const pools = [
    { name: 'pool', placed: placement.pool, at: `${sectionKey}/pool` },
    { name: 'documentPool', placed: placement.documentPool, at: 'pool' },
  ] as const;
  for (const { name, placed, at } of pools) {
    const passages = [...unnamedPassages(placed, { at, lead: `say.${name}.lead` }, context, words)];
    if (passages.length === 0) continue;
    yield {
      key: `${at}/heading`,
      blocks: [words.heading(2, words.t(`say.${name}`))],
      sources: passages[0]!.sources,
    };
    yield* passages;
  }
}
