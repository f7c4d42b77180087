import type { CompiledBlock, CompiledRun, SubmissionText } from '../compilation/compiled.js';

/** The text of a submission without its form, a passage each. */
export const passagesOf = ({ compiled, own }: SubmissionText): string[] => [
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
