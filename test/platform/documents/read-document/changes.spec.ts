import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Block } from '../../../../src/platform/documents/document.js';
import { parseDocument } from '../../../../src/platform/documents/read-document/parse-document.js';
import { readDocument } from '../../../../src/platform/documents/read-document/read-document.js';
import { toDocx } from '../../../../src/platform/documents/to-docx.js';
import { EMPTY, unitAt } from '../../../support/any-document.js';

const paragraph = (unit: number, text: string): Block => ({
  type: 'paragraph',
  unit: unitAt(unit),
  runs: [{ text }],
});
const written = (blocks: Block[]) => toDocx({ ...EMPTY, blocks }, { layOut: false });

/** A file as somebody edited it: its main part with other words, and parts besides. */
async function edited(blocks: Block[], edit: (body: string) => string, parts: Record<string, string> = {}) {
  const files = unzipSync(await written(blocks));
  const main = 'word/document.xml';
  files[main] = strToU8(edit(strFromU8(files[main]!)));
  const rels = 'word/_rels/document.xml.rels';
  for (const [kind, content] of Object.entries(parts)) {
    files[`word/${kind}.xml`] = strToU8(content);
    const relation = `<Relationship Id="own-${kind}" Type="http://x/${kind}" Target="${kind}.xml"/>`;
    files[rels] = strToU8(strFromU8(files[rels]!).replace('</Relationships>', `${relation}</Relationships>`));
  }
  return parseDocument(zipSync(files), 'a.docx');
}

const BY = 'w:id="9" w:author="Ana" w:date="2026-04-01T10:00:00Z"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const inserted = (text: string) => `<w:ins ${BY}>${run(text)}</w:ins>`;
const deleted = (text: string) =>
  `<w:del ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const textOf = (blocks: Block[]) =>
  blocks.map((block) =>
    block.type === 'paragraph' ? block.runs.map(({ text }) => text).join('') : block.type,
  );

it('reads tracked changes as if accepted, as if rejected, and one by one', async () => {
  const { units } = await edited([paragraph(1, 'Old text'), paragraph(2, 'Same')], (body) =>
    body.replace(
      /<w:r><w:t[^>]*>Old text<\/w:t><\/w:r>/,
      run('The ') + deleted('old') + inserted('new') + run(' text'),
    ),
  );
  expect(units.map(({ unit, blocks, original }) => [unit, textOf(blocks), textOf(original)])).toEqual([
    [unitAt(1), ['The new text'], ['The old text']],
    [unitAt(2), ['Same'], ['Same']],
  ]);
  expect(units[0]!.changes).toEqual([
    { author: 'Ana', date: '2026-04-01T10:00:00Z', inserted: 'new', deleted: 'old' },
  ]);
});

it('joins paragraphs whose mark was deleted, and parts those whose mark was inserted', async () => {
  const mark = (kind: string) => `<w:p><w:pPr><w:rPr><w:${kind} ${BY}/></w:rPr></w:pPr>`;
  const { units } = await edited([paragraph(1, 'Here')], (body) =>
    body.replace(
      /<w:r><w:t[^>]*>Here<\/w:t><\/w:r>/,
      `${run('One')}</w:p>${mark('del')}${run('two ')}</w:p>${mark('ins')}${run('three')}</w:p><w:p>${run('four')}`,
    ),
  );
  expect(textOf(units[0]!.blocks)).toEqual(['One', 'two three', 'four']);
  expect(textOf(units[0]!.original)).toEqual(['One', 'two', 'threefour']);
});

it('reads text between units as new, and a unit that was emptied as empty', async () => {
  const { units } = await edited([paragraph(1, 'One'), paragraph(2, 'Two'), paragraph(3, 'Three')], (body) =>
    body
      .replace(/(>One<\/w:t><\/w:r><w:bookmarkEnd[^>]*>)<\/w:p>/, `$1</w:p><w:p>${run('Between')}</w:p>`)
      .replace(/<w:r><w:t[^>]*>Two<\/w:t><\/w:r>/, ''),
  );
  expect(units.map(({ unit, blocks }) => [unit, textOf(blocks)])).toEqual([
    [unitAt(1), ['One']],
    [null, ['Between']],
    [unitAt(2), []],
    [unitAt(3), ['Three']],
  ]);
});

it('takes the first of a unit that stands twice, and says so', async () => {
  const { units, repeated } = await edited([paragraph(1, 'One'), paragraph(2, 'Two')], (body) => {
    const [first] = /<w:p><w:pPr><w:pStyle w:val="Text"\/>.*?<\/w:p>/.exec(body)!;
    return body.replace('<w:sectPr', `${first.replace('>One<', '>Copy<')}<w:sectPr`);
  });
  expect(units.map(({ unit, blocks }) => [unit, textOf(blocks)])).toEqual([
    [unitAt(1), ['One']],
    [unitAt(2), ['Two']],
    [null, ['Copy']],
  ]);
  expect(repeated).toEqual([unitAt(1)]);
});

it('reads comments with the words they are about and the unit they are in', async () => {
  const { comments } = await edited(
    [paragraph(1, 'One'), paragraph(2, 'Two')],
    (body) =>
      body.replace(
        /<w:r><w:t[^>]*>Two<\/w:t><\/w:r>/,
        `${run('Not this ')}<w:commentRangeStart w:id="0"/>${run('Two')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      ),
    {
      comments: `<w:comments><w:comment w:id="0" w:author="Li" w:date="2026-04-02T00:00:00Z"><w:p>${run('Check &amp; ask')}</w:p></w:comment></w:comments>`,
    },
  );
  expect(comments).toEqual([
    { author: 'Li', date: '2026-04-02T00:00:00Z', text: 'Check & ask', unit: unitAt(2), quote: 'Two' },
  ]);
});

it('refuses what is no Word file, in its thread, and gives up in time', async () => {
  await expect(readDocument(Buffer.from('%PDF-1.7'), { name: 'a.pdf' })).rejects.toMatchObject({
    fields: { file: { key: 'error.answering.saveAsDocx' } },
  });
  await expect(readDocument(Buffer.from('PK\x03\x04 damaged'))).rejects.toMatchObject({
    fields: { file: { key: 'error.answering.noWord' } },
  });
  const many = (count: number) =>
    edited([paragraph(1, 'One')], (body) => body.replace('<w:sectPr', `${'<w:p/>'.repeat(count)}<w:sectPr`));
  await expect(many(50_000)).rejects.toMatchObject({ fields: { file: { key: 'error.document.tooLong' } } });
  const fields = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(30_000);
  const { units } = await edited([paragraph(1, 'One')], (body) =>
    body.replace('>One<', `>One</w:t></w:r>${fields}<w:r><w:t><`),
  );
  expect(textOf(units[0]!.blocks)).toEqual(['One']);
});
