import fc from 'fast-check';
import { when } from '../../src/plans/items/when.js';
import type { PlanItem } from '../../src/plans/plan/plan.entity.js';
import { previewRow } from '../../src/plan-table/edit-row.js';
import { contextOf, DEFAULT_PARSE_OPTIONS, tableColumns } from '../../src/plan-table/table-columns.js';

const LANGUAGES = ['en', 'fr'];
const columns = tableColumns(LANGUAGES);
const context = contextOf('en', LANGUAGES, DEFAULT_PARSE_OPTIONS);
const known = (plan: { state: 'draft' | 'adopted'; amendmentId: string | null }) => ({
  plan,
  context,
  columns: new Map(columns.map((column) => [column.key, column])),
});
const draft = known({ state: 'draft', amendmentId: null });

const { precision, start, end, text } = when('quarter', '2027-08-20');
const item = {
  ...{ id: 'one', version: 3, code: '5a', kind: null, status: 'planned', description: null },
  title: { original: 'en', texts: { en: 'Train officials', fr: 'Former' } },
  ...{ whenPrecision: precision, whenStart: start, whenEnd: end, whenText: text },
  ...{ funding: null, crossCutting: false, institutional: false },
  owners: [{ kind: 'chair', subject: null }],
  objectives: [{ objective: 9, letter: '' }],
  principles: [],
  references: [{ framework: 'sdg', code: '8.8' }],
} as unknown as PlanItem;
const edited = (cells: Record<string, string>, version = 3) =>
  previewRow(item, { id: 'one', version, cells }, draft);

describe('an edit of a row', () => {
  it('leaves out what is there already, however it is spelled', () => {
    expect(edited({ code: ' 5a ', status: 'PLANNED', when: 'T3 2027', objectives: 'GCM 9' })).toMatchObject({
      outcome: 'same',
      cells: [],
      input: null,
    });
  });

  it('keeps what its columns do not speak of', () => {
    expect(edited({ kind: 'training' }).input).toMatchObject({
      kind: 'training',
      references: [{ framework: 'sdg', code: '8.8' }],
      title: item.title,
    });
  });

  it('puts an error at the cells it is about, and none where it was not typed', () => {
    const { outcome, cells } = edited({ 'title.en': '', 'title.fr': '', kind: 'training' });
    expect(outcome).toBe('refused');
    expect(cells.map(({ column, problem }) => [column.key, problem !== null])).toEqual([
      ['title.en', true],
      ['title.fr', true],
      ['kind', false],
    ]);
  });

  it('is overtaken by another version, problems or not', () => {
    expect(edited({ code: '6' }, 2)).toMatchObject({ outcome: 'stale', input: null });
    expect(edited({ objectives: '24' }, 2)).toMatchObject({ outcome: 'stale' });
    expect(edited({ code: '5a' }, 2)).toMatchObject({ outcome: 'same' });
  });

  it('is known by an adopted plan as what changes freely, and what does not', () => {
    const adopted = known({ state: 'adopted', amendmentId: null });
    const cells = { status: 'ongoing', 'title.fr': 'Former les agents', objectives: '10' };
    expect(previewRow(item, { id: 'one', version: 3, cells }, adopted)).toMatchObject({ outcome: 'changed' });
    const refused = previewRow(
      item,
      { id: 'one', version: 3, cells: { ...cells, owners: 'Kenya' } },
      adopted,
    );
    expect(refused.cells.filter(({ problem }) => problem).map(({ column }) => column.key)).toEqual([
      'owners',
    ]);
  });

  it('of any text is kept as the table shows it again, or has a problem', () => {
    const keys = fc.subarray(
      columns.map(({ key }) => key),
      { minLength: 1 },
    );
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom(
        'ongoing',
        'Q3 2025',
        'Kenya; chair',
        '9(a), 10',
        '1.000,50 EUR',
        'دولة',
        '2023-2027',
        '3/4/2026',
      ),
    );
    const cells = keys.chain((some) => fc.record(Object.fromEntries(some.map((key) => [key, words]))));
    fc.assert(
      fc.property(cells, (typed) => {
        const preview = edited(typed);
        if (!preview.input) return;
        const again = Object.fromEntries(
          columns.map((column) => [column.key, column.format(preview.input!, context)]),
        );
        const saved = {
          ...item,
          ...preview.input,
          whenPrecision: preview.input.when.precision,
          whenStart: preview.input.when.start,
          whenEnd: preview.input.when.end,
          whenText: preview.input.when.text,
          principles: preview.input.principles.map((principle) => ({ principle })),
        } as unknown as PlanItem;
        expect(previewRow(saved, { id: 'one', version: 3, cells: again }, draft).outcome).toBe('same');
      }),
      { numRuns: 500 },
    );
  });
});
