import { IndicatorsService } from '../../src/indicators/indicators.service.js';
import { IndicatorInput } from '../../src/indicators/indicator.dto.js';
import { readInput } from '../../src/platform/http/read-input.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { exportOf, importFile } from '../support/exchange.js';
import { browserOf, newPerson, newPlan, type Person } from '../support/factories.js';

const MECHANISM = 'khartoum';

let test: TestApp;
let office: Person;
let client: Client;
beforeAll(async () => {
  test = await startApp();
  office = await newPerson(test, ['secretariat', MECHANISM]);
  client = await browserOf(test, office);
});
afterAll(() => test.close());

/** A plan of two items, of which the first is measured by two indicators. */
async function measuredPlan(options: { draft: boolean }) {
  const made = await newPlan(test, MECHANISM, [{ code: '1' }, { code: '2' }], { draft: true });
  const ids: string[] = [];
  for (const code of ['I.1', 'I.2']) {
    const title = { original: 'en', texts: { en: `Indicator ${code}` } };
    const input = readInput(IndicatorInput, { code, title, targets: [{ year: 2027, value: '40' }] });
    ids.push((await test.get(IndicatorsService).add(office.actor, made.items[0]!.id, input)).id);
  }
  if (!options.draft)
    await client.api('POST', `/plans/${made.plan.id}/adoption`, { by: 'A meeting', on: '2027-01-10' });
  return { ...made, ids };
}

interface Document {
  items: { id: string; code: string }[];
  indicators: Record<string, unknown>[];
}
const documentOf = async (planId: string) =>
  JSON.parse((await exportOf(client, planId, 'json')).content.toString()) as Document;
const send = (planId: string, document: unknown, query: Record<string, string> = {}) =>
  importFile(
    client,
    `/plans/${planId}/import`,
    { name: 'plan.json', content: JSON.stringify(document) },
    query,
  ) as Promise<
    Awaited<ReturnType<typeof importFile>> & {
      parts: { indicators: { row: number; outcome: string; problems: { message: string }[] }[] };
    }
  >;
const outcomes = ({ parts }: Awaited<ReturnType<typeof send>>) =>
  parts.indicators.map(({ outcome }) => outcome);
const indicatorsOf = async (itemId: string) =>
  (await client.api('GET', `/items/${itemId}/indicators`)).json<{ items: Record<string, unknown>[] }>().items;

describe('indicators in a file of a plan', () => {
  it('change by their id or code, come new to the item that is named, and stay when the file has none of them', async () => {
    const { plan, items } = await measuredPlan({ draft: true });
    const document = await documentOf(plan.id);
    expect(document.indicators).toHaveLength(2);
    const [first] = document.indicators;
    const changed = {
      ...document,
      indicators: [
        { ...first, id: undefined, targets: [{ year: 2028, value: '50.50', text: null }] },
        { item: '2', title: { original: 'fr', texts: { fr: 'Nouveau' } } },
      ],
    };
    const dry = await send(plan.id, changed, { dryRun: 'true' });
    expect(outcomes(dry)).toEqual(['changed', 'new']);
    expect(await indicatorsOf(items[1]!.id)).toEqual([]);
    expect((await send(plan.id, changed)).status).toBe(200);
    const after = await indicatorsOf(items[0]!.id);
    expect(after.map(({ code, targets }) => [code, targets])).toEqual([
      ['I.1', [{ year: 2028, value: '50.50', text: null }]],
      ['I.2', [{ year: 2027, value: '40', text: null }]],
    ]);
    expect(await indicatorsOf(items[1]!.id)).toMatchObject([{ title: { original: 'fr' } }]);
    expect(outcomes(await send(plan.id, changed, { dryRun: 'true' }))).toEqual(['same', 'same']);
  });

  it('are refused with what is wrong, and nothing is imported', async () => {
    const { plan, items } = await measuredPlan({ draft: true });
    const document = await documentOf(plan.id);
    const wrong = {
      ...document,
      items: [...document.items, { code: '3', title: { original: 'en', texts: { en: 'Three' } } }],
      indicators: [
        { item: '9', title: { original: 'en', texts: { en: 'On nothing' } } },
        {
          item: '1',
          title: { original: 'en', texts: { en: 'Without a figure' } },
          targets: [{ year: 2027 }],
        },
      ],
    };
    const refused = await send(plan.id, wrong);
    expect([refused.status, Object.keys(refused.errors)]).toEqual([422, ['indicators.1', 'indicators.2']]);
    expect((await documentOf(plan.id)).items).toHaveLength(2);
    const taken = await send(plan.id, wrong, { skipProblems: 'true' });
    expect([taken.status, taken.counts.added, taken.counts.leftOut]).toEqual([200, 1, 2]);
    expect(await indicatorsOf(items[0]!.id)).toHaveLength(2);
  });

  it('of an adopted plan wait for an amendment, but for their translations', async () => {
    const { plan } = await measuredPlan({ draft: false });
    const document = await documentOf(plan.id);
    const translated = document.indicators.map((one) => ({
      ...one,
      title: { original: 'en', texts: { ...(one.title as { texts: object }).texts, fr: 'Un indicateur' } },
    }));
    const came = await send(plan.id, { ...document, indicators: translated });
    expect([came.status, (await documentOf(plan.id)).indicators]).toEqual([200, translated]);
    const other = document.indicators.map((one) => ({ ...one, code: 'other' }));
    const dry = await send(plan.id, { ...document, indicators: other }, { dryRun: 'true' });
    expect([dry.importable, outcomes(dry)]).toEqual([false, ['problem', 'problem']]);
    expect(dry.parts.indicators[0]!.problems[0]!.message).toContain('amendment');
    await client.api('POST', `/plans/${plan.id}/amendments`, { reason: 'Figures' });
    expect((await send(plan.id, { ...document, indicators: other })).status).toBe(200);
  });

  it('are shown before they are taken in, on the sheet they came in', async () => {
    const { plan, items, ids } = await measuredPlan({ draft: true });
    const file = await exportOf(client, plan.id, 'xlsx');
    await test.get(IndicatorsService).remove(office.actor, ids[1]!);
    const brought = await client.upload(`/plans/${plan.id}/import`, {
      field: 'file',
      name: file.name,
      content: Buffer.from(file.content),
    });
    const address = brought.headers.location!;
    const { readAs } = await importFile(client, `/plans/${plan.id}/import`, file, { dryRun: 'true' });
    const columns = Object.fromEntries(readAs.columns.map((use, column) => [`columns.${column}`, use]));
    const said = {
      sheet: '0',
      headerRow: '1',
      hierarchy: readAs.hierarchy,
      textLanguage: 'en',
      unknownOwner: 'partner',
    };
    await client.get(address);
    expect((await client.post(address, { ...said, ...columns })).headers.location).toBe(`${address}/preview`);
    const preview = await client.get(`${address}/preview`);
    const text = preview.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(/Indicators .* 4 1 Indicator I\.2 New .*1 unchanged\./);
    const fingerprint = /name="fingerprint" value="([^"]*)"/.exec(preview.body)![1]!;
    expect((await client.post(`${address}/preview`, { fingerprint })).status).toBe(303);
    expect((await indicatorsOf(items[0]!.id)).map(({ code }) => code)).toEqual(['I.1', 'I.2']);
  });

  it('that stand in a column of the items are made once, and stay as they are when the file comes again', async () => {
    const { plan, items, ids } = await measuredPlan({ draft: true });
    const [known] = await indicatorsOf(items[0]!.id);
    const title = (known as unknown as { title: { original: string; texts: Record<string, string> } }).title;
    const rows = [
      'Code,Title,Deliverables,Indicators,Observaciones',
      `${items[0]!.code},One,A handbook,"• ${title.texts[title.original]!}\n• People trained",To be seen`,
    ].join('\n');
    const file = { name: 'plan.csv', content: rows };
    const dry = await importFile(client, `/plans/${plan.id}/import`, file, { dryRun: 'true' });
    expect(dry.readAs.columns).toEqual(['code', 'title.en', 'deliverables.en', 'indicators', 'notes.en']);
    expect((await importFile(client, `/plans/${plan.id}/import`, file)).status).toBe(200);
    expect((await importFile(client, `/plans/${plan.id}/import`, file)).status).toBe(200);
    const after = await indicatorsOf(items[0]!.id);
    expect(after).toHaveLength(ids.length + 1);
    expect(after.find(({ id }) => id === known!.id)).toEqual(known);
    const item = (await client.api('GET', `/items/${items[0]!.id}`)).json<Record<string, unknown>>();
    expect(item).toMatchObject({
      deliverables: { texts: { en: 'A handbook' } },
      notes: { texts: { en: 'To be seen' } },
    });
    const page = (await client.get(`/items/${items[0]!.id}`)).body
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(page).toMatch(/Deliverables A handbook .*Notes To be seen/);
  });

  it('and deliverables are the adopted text, notes are not', async () => {
    const { items } = await measuredPlan({ draft: false });
    const address = `/items/${items[0]!.id}`;
    const item = (await client.api('GET', address)).json<Record<string, unknown>>();
    const said = (text: string) => ({ original: 'en', texts: { en: text } });
    const refused = await client.api('PATCH', address, { ...item, deliverables: said('Two handbooks') });
    expect([refused.status, Object.keys(refused.json<{ errors: object }>().errors)]).toEqual([
      422,
      ['deliverables'],
    ]);
    expect((await client.api('PATCH', address, { ...item, notes: said('Late') })).status).toBe(200);
    const form = (await client.get(`${address}/edit`)).body;
    expect(form).toContain('name="notes.texts.en"');
  });
});
