import type { Block, Document } from '../../../src/platform/documents/document.js';
import { fontsFor, missingGlyphs } from '../../../src/platform/documents/glyphs.js';

const document = (blocks: Block[], own: Partial<Document> = {}): Document => ({
  title: 'Input',
  language: 'en',
  direction: 'ltr',
  created: '2026-03-05T10:20:30Z',
  facts: [],
  labels: { page: 'Page', of: 'of', notes: 'Notes', note: 'Note', backToText: 'Back' },
  blocks,
  ...own,
});

// How States name themselves.
const NAMES = {
  'Noto Sans Armenian': 'Հայաստանի Հանրապետություն',
  'Noto Sans Bengali': 'গণপ্রজাতন্ত্রী বাংলাদেশ',
  'Noto Sans Ethiopic': 'የኢትዮጵያ ፌዴራላዊ ዴሞክራሲያዊ ሪፐብሊክ',
  'Noto Sans Georgian': 'საქართველო',
  'Noto Sans Hebrew': 'מדינת ישראל',
  'Noto Sans Khmer': 'ព្រះរាជាណាចក្រកម្ពុជា',
  'Noto Sans KR': '대한민국',
  'Noto Sans Lao': 'ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ',
  'Noto Sans Myanmar': 'ပြည်ထောင်စု သမ္မတ မြန်မာနိုင်ငံတော်',
  'Noto Sans SC': '中华人民共和国，移民。',
  'Noto Sans Sinhala': 'ශ්‍රී ලංකා ප්‍රජාතාන්ත්‍රික සමාජවාදී ජනරජය',
  'Noto Sans Tamil': 'இலங்கை சனநாயக சோசலிசக் குடியரசு',
  'Noto Sans Thaana': 'ދިވެހިރާއްޖޭގެ ޖުމްހޫރިއްޔާ',
  'Noto Sans Thai': 'ราชอาณาจักรไทย',
  'Noto Serif Tibetan': 'འབྲུག་རྒྱལ་ཁབ་',
};

it('finds the fonts for what members write', () => {
  for (const [family, name] of Object.entries(NAMES))
    expect({ family, ...fontsFor(name) }).toEqual({ family, families: [family], missing: new Set() });
  expect(fontsFor('日本国のみなさん').missing.size).toBe(0);
  expect(fontsFor('→ ≥ ✓ ☐').missing.size).toBe(0);
});

it('asks for no other font in Latin, Greek, Cyrillic, Arabic or Devanagari', () => {
  for (const text of [
    'Côte d’Ivoire – Việt Nam',
    'Ελλάδα',
    'Кыргызская Республика',
    'العربية، پاکستان',
    'भारत गणराज्य',
  ])
    expect(fontsFor(text)).toEqual({ families: [], missing: new Set() });
});

it('tells each character without a glyph, where it stands, and how the PDF has it', () => {
  const found = missingGlyphs(
    document(
      [
        { type: 'paragraph', unit: 'u-1', runs: [{ text: 'Done 😀', footnote: 'See \u{10920}' }] },
        { type: 'list', kind: 'bullets', unit: 'u-2', items: [{ runs: [{ text: 'All\u200d well\ufe0f' }] }] },
        {
          type: 'table',
          unit: 'u-3',
          columns: [{ label: 'A' }],
          rows: [[[{ text: 'B', footnote: '\ue000' }]]],
        },
      ],
      { header: '😀 head' },
    ),
  );
  expect(found).toEqual([
    { character: '😀', code: '[U+1F600]', place: { text: '😀 head' } },
    { character: '😀', code: '[U+1F600]', place: { unit: 'u-1', text: 'Done 😀' } },
    { character: '\u{10920}', code: '[U+10920]', place: { unit: 'u-1', text: 'See \u{10920}' } },
    { character: '\ue000', code: '[U+E000]', place: { unit: 'u-3', text: '\ue000' } },
  ]);
});
