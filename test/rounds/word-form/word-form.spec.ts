import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidError } from '../../../src/platform/errors.js';
import { parseXml } from '../../../src/platform/documents/read-word/xml.js';
import { parseWordForm } from '../../../src/rounds/word-form/parse-word-form.js';
import { parseMarkup } from '../../../src/platform/documents/markup/parse-markup.js';
import { blankForm, ids, printed } from '../../support/word-forms.js';

const OFFICE = '/usr/bin/soffice';
const read = (file: Uint8Array, name = 'form.docx') => parseWordForm(file, name, printed);
const inBoxes = (file: Uint8Array) =>
  Object.values(read(file).boxes).map(({ status, text }) => [status, text]);

const MARKED = [
  'First[^1], [a link](https://example.org/a_(b)) and https://example.org/b.\nA line.',
  '- one\n  - two\n    more of it\n  - three\n\n1. a\n   (a) b\n   (b) c\n2. d',
  '| Year | What |\n| --- | --- |\n| 2026 | x \\| y<br>z[^2] |\n| 2027 | |',
  '3. three\n4. four',
  '### Head\n\n> Said\n\nLast.',
  '[^1]: Note, https://example.org/n.\n[^2]: Other',
].join('\n\n');

describe('a Word form', () => {
  it.each(['en', 'ar'])('gives back what is in its boxes, and nothing else (%s)', async (language) => {
    const { boxes, leftovers, notices } = read(await blankForm(language, ['One\nand two', null]));
    expect(Object.values(boxes)).toEqual([
      { status: 'read', text: 'One\nand two' },
      { status: 'emptyInFile', text: '' },
      { status: 'emptyInFile', text: '' },
    ]);
    expect(leftovers).toEqual([]);
    expect(notices).toEqual({ pictures: 0, comments: 0, struck: false, hidden: false, tracked: false });
  });

  it.each(['en', 'ar'])(
    'gives back lists, tables, links and footnotes that were in its boxes (%s)',
    async (language) => {
      const blocks = parseMarkup(MARKED);
      const { boxes, leftovers } = read(await blankForm(language, ['One', MARKED]));
      expect(parseMarkup(boxes[ids[1]!]!.text)).toEqual(blocks);
      expect(boxes[ids[0]!]!.text).toBe('One');
      expect(boxes[ids[2]!]!.status).toBe('emptyInFile');
      expect(leftovers).toEqual([]);
    },
  );

  (existsSync(OFFICE) ? it : it.skip)(
    'is read after LibreOffice saved it again',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'waymark-word-'));
      try {
        writeFileSync(join(folder, 'form.docx'), await blankForm('ar', ['واحد & two <3>', 'Second', MARKED]));
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
        const file = readFileSync(join(out, 'form.docx'));
        expect(inBoxes(file).slice(0, 2)).toEqual([
          ['read', 'واحد & two <3>'],
          ['read', 'Second'],
        ]);
        const { boxes, leftovers } = read(file);
        expect(parseMarkup(boxes[ids[2]!]!.text)).toEqual(parseMarkup(MARKED));
        expect(leftovers).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );

  it('answers a message, and nothing worse, to any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(() => read(Buffer.from(bytes))).toThrow(InvalidError);
      }),
    );
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 300,
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            'w:tbl',
            'w:tc',
            'w:t',
            'w:del',
            ' ',
            '"',
            '&',
            'x',
            '<![CDATA[',
            '<!--',
          ),
        }),
        (xml) => {
          expect(parseXml(xml).name).toBe('');
        },
      ),
    );
  });
});
