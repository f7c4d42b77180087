import { codeOf, formsIn } from '../../src/platform/search/forms.js';
import { rowOf } from '../../src/platform/search/index-row.js';
import { SPACE } from '../../src/platform/search/audience-space.js';
import { soughtIn } from '../../src/search/sought.js';

/** Whether a text has all that is looked for, as the databases compare it. */
function finds(sought: string, text: string): boolean {
  const { terms } = rowOf(
    { kind: 'item', subjectId: '1', layer: '', audiences: ['everybody'], title: [], text: [text] },
    new Map(),
  );
  const words = terms.map((term) => term.slice(SPACE));
  return soughtIn(sought).words.every(({ word, prefix, stems }) =>
    words.some((one) => (prefix ? one.startsWith(word) : one === word) || stems.includes(one)),
  );
}

describe('what somebody looks for is found in whatever form it stands', () => {
  it.each([
    // The article and clitics, either way.
    ['هجرة', 'الهجرة'],
    ['الهجرة', 'هجرة'],
    ['هجرة', 'والهجرة وللهجرة'],
    ['الهجرة', 'بالهجرة الآمنة'],
    ['هجرة', 'كالهجرة'],
    ['هجرة', 'فالهجرة'],
    ['الهجره', 'لهجرة آمنة'],
    ['التدريب', 'بتدريب الموظفين'],
    ['تدريب', 'وتدريبهم'],
    ['بيانات', 'والبيانات'],
    ['البيانات', 'لبيانات موثوقة'],
    ['وزارة', 'الوزارات المعنية'],
    ['الوزارات', 'لوزارة الداخلية'],
    ['مهاجر', 'للمهاجرين'],
    ['المهاجرون', 'مهاجرين'],
    ['حدود', 'حدودها'],
    ['لجنة', 'واللجنة'],
    ['للجنة', 'لجنة'],
    // Spelling and signs.
    ['اداره', 'إدارة'],
    ['الإدارة', 'لاداره الهجرة'],
    ['هِجْرَة', 'الهجــرة'],
    // Endings and accents.
    ['policies', 'A policy'],
    ['country', 'Countries of origin'],
    ['trained', 'Training of officials'],
    ['educators', 'education'],
    ['frontière', 'Les frontières'],
    ['frontieres', 'la frontière'],
    ['éducatif', 'Éducation'],
    ['travailleuses', 'travailleuse'],
    ['migración', 'migraciones'],
    ['migracion', 'Migraciones'],
    ['política', 'políticas'],
    ['ninos', 'niño'],
    ['paises', 'país'],
    ['país', 'los países'],
    // Lettered numbers.
    ['8(a)', 'under action 8a'],
    ['8a', 'under objective 8 (a)'],
  ])('%s in %s', (sought, text) => expect(finds(sought, text)).toBe(true));

  it.each([
    ['us', 'Using what is there'],
    ['5', 'Objective 5(a)'],
    ['ducation', 'education'],
    ['هجرة', 'الحدود'],
    ['organ', 'border'],
  ])('but not %s in %s', (sought, text) => expect(finds(sought, text)).toBe(false));
});

describe('a code', () => {
  it.each([
    ['8(a)', '8a'],
    ['8 (A)', '8a'],
    ['II.3', 'ii 3'],
    ['5أ', '٥(أ)'],
  ])('%s is %s', (one, other) => expect(codeOf(one)).toBe(codeOf(other)));

  it.each([
    ['1.2.3', '123'],
    ['1.23', '12.3'],
    ['5a', '5b'],
  ])('%s is not %s', (one, other) => expect(codeOf(one)).not.toBe(codeOf(other)));

  it('is what somebody may mean, and a word is not', () => {
    expect(['5a', 'II', '1.2.3', 'training', '—'].map((q) => soughtIn(q).code !== null)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('in a text is a word', () => {
    expect(formsIn('See 8(a) and (b)').map(({ word }) => word)).toEqual(['see', '8a', 'and', 'b']);
  });
});
