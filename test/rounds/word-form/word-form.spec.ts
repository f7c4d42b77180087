import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidError } from '../../../src/platform/errors.js';
import { wordForm } from '../../../src/rounds/word-form/word-form.js';
import { parseWordForm } from '../../../src/rounds/word-form/parse-word-form.js';
import { tablesOf } from '../../../src/rounds/word-form/word-tables.js';

const OFFICE = '/usr/bin/soffice';
const ids = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];
const form = (language: string, answers: (string | null)[]) =>
  wordForm({
    language,
    title: 'Inputs',
    who: 'Senegal',
    reason: 'A review',
    until: 'By 1 May',
    how: ['Write into the boxes.'],
    lastLabel: 'Last time:',
    boxLabel: 'Your answer:',
    questions: ids.map((answerId, index) => ({
      answerId,
      title: `Question ${index + 1}`,
      hint: index === 0 ? 'A hint' : null,
      last: index === 0 ? 'Said before' : null,
      now: answers[index] ?? null,
    })),
  });

describe('a Word form', () => {
  it.each(['en', 'ar'])('gives back what is in its boxes, and nothing else (%s)', async (language) => {
    const read = parseWordForm(await form(language, ['One\nand two', null]), ids);
    expect([...read]).toEqual([[ids[0], 'One\nand two']]);
  });

  (existsSync(OFFICE) ? it : it.skip)(
    'is read after LibreOffice saved it again',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'waymark-word-'));
      try {
        writeFileSync(join(folder, 'form.docx'), await form('ar', ['واحد & two <3>', 'Second']));
        const out = join(folder, 'out');
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const args = [
          profile,
          '--headless',
          '--convert-to',
          'docx',
          '--outdir',
          out,
          join(folder, 'form.docx'),
        ];
        execFileSync(OFFICE, args, { stdio: 'ignore', timeout: 100_000 });
        const read = parseWordForm(readFileSync(join(out, 'form.docx')), ids);
        expect([...read]).toEqual([
          [ids[0], 'واحد & two <3>'],
          [ids[1], 'Second'],
        ]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it('sees through content controls and tracked changes', () => {
    const xml =
      '<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins>' +
      '<w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>';
    expect(tablesOf(xml)).toEqual([[['new']]]);
  });

  it('answers a message, and nothing worse, to any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => parseWordForm(Buffer.from(bytes), ids)).toThrow(InvalidError);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 300,
          unit: fc.constantFrom('<', '>', '/', 'w:tbl', 'w:tc', 'w:tr', 'w:del', ' ', '"', '&', 'x'),
        }),
        (xml) => {
          expect(Array.isArray(tablesOf(xml))).toBe(true);
        },
      ),
    );
  });
});
