import type { Block } from '../../platform/documents/document.js';
import type { CompiledBlock, CompiledRun, SubmissionText } from '../compilation/compiled.js';
import { textsOf } from '../passages/measure.js';
import type { PassageWords } from '../passages/passage.entity.js';
import { type FrozenContent, isOfBefore } from './frozen.js';

/** Words of a document by which it is found, in their language. */
export interface SearchedWords {
  text: string;
  language: string;
}

/** What a secretariat wrote itself. */
export const ownWords = (rows: readonly Pick<PassageWords, 'language' | 'edited'>[]): SearchedWords[] =>
  rows.flatMap(({ language, edited }) => inBlocks(edited ?? [], language));

/** All of what was submitted, in each of its languages. */
export function frozenWords(content: FrozenContent): SearchedWords[] {
  if (isOfBefore(content))
    return passagesOf(content).map((text) => ({ text, language: content.compiled.language }));
  return Object.entries(content.versions).flatMap(([language, { document }]) =>
    inBlocks(document.blocks, language),
  );
}

const inBlocks = (blocks: readonly Block[], language: string): SearchedWords[] =>
  blocks
    .flatMap(textsOf)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, language }));

const passagesOf = ({ compiled, own }: SubmissionText): string[] => [
  ...Object.values(own).flatMap((text) => text ?? []),
  ...compiled.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(wordsIn)]),
];

function wordsIn(block: CompiledBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [textIn(block.runs)];
    case 'list':
      return block.items.map(textIn);
    case 'table':
      return block.rows.map(({ label }) => label);
    case 'board':
      return [];
  }
}

const textIn = (runs: readonly CompiledRun[]) =>
  runs.map((run) => ('text' in run ? [run.text, run.note].filter(Boolean).join(' ') : '')).join('');
