import { PdfFont } from '../../../../src/platform/documents/text-layer/font.js';
import { PdfFile } from '../../../../src/platform/documents/text-layer/pdf-file.js';
import { toPdf } from '../../../../src/platform/documents/to-pdf.js';

const pdf = () =>
  toPdf({
    title: 'مساهمة',
    language: 'ar',
    direction: 'rtl',
    created: '2026-03-05T10:20:30Z',
    facts: [],
    labels: { page: 'ص', of: 'من', notes: 'ح', note: 'ح', backToText: 'ع' },
    blocks: [
      { type: 'paragraph', runs: [{ text: 'يُسجَّل فوراً، مقدَّمة أولاً', bold: true }, { text: 'أُرسل بنداً' }] },
    ],
  });

it('lets every glyph say one letter, or its mark', async () => {
  const file = new PdfFile(await pdf());
  const fonts = file
    .find(/\/Subtype \/Type0\s+\/BaseFont \/\w+\+Amiri/)
    .map((number) => new PdfFont(file, number));
  expect(fonts).toHaveLength(2);
  const texts = fonts.flatMap((font) => [...font.texts.values()]);
  expect(texts).toEqual(expect.arrayContaining(['\u064b', '\u064e', '\u064f', '\u0651', 'ي', 'ا']));
  expect(texts.filter((text) => [...text].length > 1)).toEqual([]);
});

it('writes back a file as it read it', async () => {
  const one = await pdf();
  expect(new PdfFile(one).bytes().equals(one)).toBe(true);
});

it('refuses a file of another shape', () => {
  expect(() => new PdfFile(Buffer.from('%PDF-1.7\n'))).toThrow('Not a PDF');
});
