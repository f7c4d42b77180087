import { inChild } from './support/child.js';
import { besideLimit, type Figure, median, rawLimit } from './support/figure.js';
import type { Writing } from './support/write-documents.js';

const WARM = 4;
/** Processes for each: in a process only one document is the first. */
const ROUNDS = 2;
const KINDS = { docx: 'Word', pdf: 'PDF' } as const;
const LIBRARIES = { docx: 'the docx library', pdf: 'Typst' } as const;

/** A document of 66,000 words in Word and in PDF; beside the libraries behind, given the same words directly. */
export async function documents(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const kind of ['docx', 'pdf'] as const) {
    const taken = { product: [] as number[][], libraries: [] as number[][] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const by of ['libraries', 'product'] as const)
        taken[by].push(await written({ by, kind, times: 1 + WARM }));
    }
    for (const [when, pick] of [
      ['first', firstOf],
      ['warm', warmOf],
    ] as const) {
      const limit = rawLimit(
        `66,000 words by ${LIBRARIES[kind]} alone, ${when}`,
        pick(taken.libraries),
        'ms',
      );
      figures.push(besideLimit(`66,000 words as ${KINDS[kind]}, ${when}`, pick(taken.product), limit), limit);
    }
  }
  return figures;
}

const written = (writing: Writing) => inChild<Writing, number[]>('./write-documents.js', writing);

const firstOf = (runs: number[][]) => median(runs.map(([first]) => first!));
const warmOf = (runs: number[][]) => median(runs.flatMap((run) => run.slice(1)));
