import type { PlanItem } from '../../../src/plans/plan/plan.entity.js';
import { startApp, type TestApp } from '../../support/app.js';
import { browserOf, newAccount, newPlan } from '../../support/factories.js';

const MECHANISM = 'khartoum';
const WORDS = [
  'Two laws were adopted[^1]; see [the gazette](https://example.org/gazette?a=1&b=2) and https://example.org/law.',
  '1. **Training**\n   - of officials\n   - of <judges>\n2. A desk at *each* border',
  '| Year | Officials |\n| --- | ---: |\n| 2025 | 1,200 |\n| 2026 | 1,450 |',
  '(a) Cooperation with neighbours;\n(b) Data.',
  '> Nobody shall be held.',
  '[javascript](javascript:alert(1))',
  '[^1]: Law 4 of 2026, [section 3](https://example.org/s3).',
].join('\n\n');
const ARABIC = [
  'اعتُمد قانونان[^1]، انظر [الجريدة الرسمية](https://example.org/gazette).',
  '(أ) التدريب؛\n(ب) البيانات.',
  'السنة\tالموظفون\n2025\t1200\n2026\t1450',
  '[^1]: القانون رقم 4 لعام 2026.',
].join('\n\n');

let test: TestApp;
let items: PlanItem[];

beforeAll(async () => {
  test = await startApp();
  ({ items } = await newPlan(test, MECHANISM, [
    { code: '1', title: 'Train officials', owners: ['all-members'], objectives: ['23'] },
  ]));
});
afterAll(() => test.close());

/** The page of an entry that was typed into the form, in the language of its reader. */
async function shown(language: string, narrative: string): Promise<string> {
  const roles = [['focal-point', MECHANISM, language === 'ar' ? 'SDN' : 'KEN']] as const;
  const browser = await browserOf(
    test,
    await newAccount(
      test,
      { language },
      [...roles].map((one) => [...one]),
    ),
  );
  await browser.get(`/progress/new?item=${items[0]!.id}`);
  const { body } = await browser.submit('/progress', {
    mechanismId: MECHANISM,
    as: language === 'ar' ? 'state:SDN' : 'state:KEN',
    items: items[0]!.id,
    periodStart: '2027-01-01',
    periodEnd: '2027-03-01',
    'content.narrative': narrative,
    'content.results': narrative,
    'content.language': language,
    intent: 'submit',
  });
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return /<div class="prose"[^]*?<\/section>/.exec(body)![0];
}

describe('the words of an entry', () => {
  it('are lists, tables, links and footnotes on its page', async () => {
    const prose = await shown('en', WORDS);
    expect(prose).toContain(
      '<ol><li><b>Training</b><ul><li>of officials</li><li>of &lt;judges></li></ul></li><li>A desk at <i>each</i> border</li></ol>',
    );
    expect(prose).toContain('<ol class="letters"><li>Cooperation with neighbours;</li><li>Data.</li></ol>');
    expect(prose).toContain('<th scope="col" class="number">Officials</th>');
    expect(prose).toContain('<td class="number">1,450</td>');
    expect(prose).toContain('<blockquote><p>Nobody shall be held.</p></blockquote>');
    expect(prose).toContain(
      '<a href="https://example.org/gazette?a=1&amp;b=2" rel="noopener noreferrer">the gazette</a>',
    );
    expect(prose).toContain(
      '<a href="https://example.org/law" rel="noopener noreferrer" dir="ltr">https://example.org/law</a>.',
    );
    expect(prose).toContain('[javascript](javascript:alert(1))');
    const [, note] = /<sup><a id="[^"]+" href="#([^"]+)" role="doc-noteref" aria-label="Note 1">1<\/a>/.exec(
      prose,
    )!;
    expect(prose).toContain(`<li id="${note}">Law 4 of 2026, <a href="https://example.org/s3"`);
  });

  it('are so from right to left', async () => {
    const prose = await shown('ar', ARABIC);
    expect(prose).toMatch(/^<div class="prose" lang="ar" dir="rtl">/);
    expect(prose).toContain('<ol class="letters"><li>التدريب؛</li><li>البيانات.</li></ol>');
    expect(prose).toContain('<th scope="col">السنة</th>');
    expect(prose).toContain('القانون رقم 4 لعام 2026.');
    expect(prose).not.toContain('[^1]');
  });
});
