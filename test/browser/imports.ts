import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ImportViewService } from '../../src/exchange/import-view.service.js';
import { ImportsService } from '../../src/exchange/imports.service.js';
import type { Layout } from '../../src/exchange/match/layout.js';
import type { TestApp } from '../support/app.js';
import { newPlan, type Person } from '../support/factories.js';

const FIXTURES = join(import.meta.dirname, '../fixtures/imports');
const fixture = (name: string) => ({ name, bytes: readFileSync(join(FIXTURES, name)) });
const csv = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });

const LONG = 'Gemeinsamegrenzüberschreitendezusammenarbeit'.repeat(4);

/** Addresses of the pages of imports, by route: files on every step of their way into a plan. */
export async function importPages(
  test: TestApp,
  { actor }: Person,
  mechanismId: string,
): Promise<Record<string, string[]>> {
  const imports = test.get(ImportsService);
  const read = async (id: string, said: Partial<Layout> = {}) => {
    const { layout, plan } = await test.get(ImportViewService).matching(actor, id);
    const title = { original: 'en', texts: { en: 'A plan from a file' } };
    await imports.choose(actor, id, {
      layout: { ...layout, ...said },
      plan: plan ? null : { title, kind: 'annual' },
    });
    return id;
  };
  const bring = async (file: { name: string; bytes: Buffer }, planId: string | null = null) =>
    (await imports.bring(actor, planId === null ? { mechanismId, planId } : { planId }, file)).id;
  const { plan, items } = await newPlan(
    test,
    mechanismId,
    [
      { code: '1', title: 'One', when: { precision: 'year', start: '2027-01-01' }, owners: ['state:KEN'] },
      { code: '2', title: 'Two' },
      { code: '2.1', title: 'Below two', parent: '2' },
    ],
    { draft: true },
  );
  const updated = `Code,Title,Description,When,Responsible\n1,${LONG},${LONG},Q3 2027,"Chair, IOM"\n3,Three,,TBD,\n`;
  const asked = await read(await bring(fixture('unknown-words.xlsx')));
  const skipped = await read(await bring(fixture('dates-of-every-kind.xlsx')), { skipProblems: true });
  const again = await read(await bring(csv(`${LONG}.csv`, updated), plan.id));
  const indicators = [
    {
      item: '1',
      code: 'I.1',
      title: { original: 'en', texts: { en: LONG } },
      targets: [{ year: 2027, value: '40' }],
    },
    { item: '9', title: { original: 'ar', texts: { ar: 'مؤشر بلا بند' } }, targets: [{ year: 2027 }] },
  ];
  const measured = await read(
    await bring(
      csv(
        'measured.json',
        JSON.stringify({ ...WHOLE, items: [{ ...WHOLE.items[0], id: items[0]!.id }], indicators }),
      ),
      plan.id,
    ),
  );
  // Its characters are guessed, and a spreadsheet made dates of its targets.
  const changed = await read(await bring(fixture('russian-koi8-r.csv')));
  const done = await read(await bring(fixture('hidden.xlsx')));
  const { mark } = await imports.preview(actor, done);
  await imports.confirm(actor, done, { mark, remove: [] });
  const looked = [
    await bring(fixture('title-above-and-two-row-heading.xlsx')),
    await bring(fixture('arabic.xlsx')),
    await bring({ name: 'whole.json', bytes: Buffer.from(JSON.stringify(WHOLE)) }),
    changed,
    done,
  ];
  return {
    '/mechanisms/:mechanismId/plans/import': [
      `/mechanisms/${mechanismId}/plans/import`,
      `/mechanisms/${mechanismId}/plans/import?encoding=windows-1256`,
    ],
    '/plans/:id/import': [`/plans/${plan.id}/import`],
    '/plan-imports/:id': looked.map((id) => `/plan-imports/${id}`),
    '/plan-imports/:id/preview': [
      ...[asked, changed, skipped, again, measured].map((id) => `/plan-imports/${id}/preview`),
      `/plan-imports/${asked}/preview?show=problem`,
    ],
  };
}

const WHOLE = {
  format: 'waymark-plan',
  plan: { title: { original: 'fr', texts: { fr: 'Un plan' } }, kind: 'annual' },
  items: [{ id: null, code: '1', title: { original: 'fr', texts: { fr: 'Un' } } }],
};
