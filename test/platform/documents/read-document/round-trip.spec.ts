import fc from 'fast-check';
import type { Block } from '../../../../src/platform/documents/document.js';
import { parseDocument } from '../../../../src/platform/documents/read-document/parse-document.js';
import type { ReadUnit } from '../../../../src/platform/documents/read-document/read-document.js';
import { toDocx } from '../../../../src/platform/documents/to-docx.js';
import { anyDocument, LANGUAGES } from '../../../support/any-document.js';
import { shown } from '../../../support/shown-document.js';

const marked = (units: ReadUnit[]): Block[] =>
  units.flatMap(({ unit, blocks }) => blocks.map((block): Block => ({ ...block, ...(unit && { unit }) })));

it.each(LANGUAGES)(
  'reads a document in %s as it was written, unit by unit',
  async (language) => {
    await fc.assert(
      fc.asyncProperty(anyDocument(language), async (document) => {
        const read = parseDocument(await toDocx(document, { layOut: false }), 'a.docx');
        expect(shown({ ...document, blocks: marked(read.units) })).toEqual(shown(document));
        expect(read).toMatchObject({ title: 'T', repeated: [], comments: [], skipped: 0 });
        for (const { original, blocks } of read.units) expect(original).toEqual(blocks);
      }),
      { numRuns: 25 },
    );
  },
  120_000,
);
