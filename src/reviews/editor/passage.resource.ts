import type { Passage } from '../passages/passage.entity.js';
import { toSent } from './words/kept-blocks.js';

/** A passage, for the secretariat: what it says in each language, and what it comes from. Pictures are named by their place. */
export const passageResource = (passage: Passage) => {
  const { id, sectionKey: section, position, state, moved, gone, sources, version } = passage;
  return {
    ...{ id, section, position, state, moved, gone, version },
    changed: passage.key !== null && state === 'edited' && passage.compiledSeal !== passage.takenSeal,
    sources: sources.map(({ kind, id: source }) => ({ kind, id: source })),
    words: passage.words
      .map(({ language, edited, compiled }) => ({
        language,
        edited: edited !== null,
        blocks: toSent(edited ?? compiled ?? []),
      }))
      .sort((a, b) => (a.language < b.language ? -1 : 1)),
  };
};
