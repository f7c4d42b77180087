import { MembersService } from '../../../src/mechanisms/members/members.service.js';
import { MechanismsService } from '../../../src/mechanisms/mechanism/mechanisms.service.js';
import { TermsService } from '../../../src/mechanisms/terms/terms.service.js';
import { InvalidError } from '../../../src/platform/errors.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { browserOf, newPerson, programOf } from '../../support/factories.js';

let test: TestApp;
let secretariat: Client;
let visitor: Client;

beforeAll(async () => {
  test = await startApp();
  visitor = new Client(test);
  secretariat = await browserOf(
    test,
    await newPerson(test, ['secretariat', 'rabat'], ['secretariat', 'rcm']),
  );
});
afterAll(() => test.close());

const membership = (change: Record<string, string> = {}) => ({
  state: 'SEN',
  kind: 'member',
  fromDay: '',
  untilDay: '',
  source: 'Rabat Declaration, 2006',
  doubt: '',
  ...change,
});

const membershipOf = async (mechanismId: string, code: string) =>
  (await test.get(MembersService).listFor(mechanismId)).find((one) => one.stateCode === code);

describe('the list of members', () => {
  it('takes a State with its source', async () => {
    const after = await secretariat.submit('/mechanisms/rabat/members', membership());
    expect(after.body).toContain('Senegal');
    const page = (await visitor.get('/mechanisms/rabat')).body;
    expect(page).toContain('Rabat Declaration, 2006');
    expect(page).not.toContain('There is no confirmed list of members.');
    expect((await secretariat.get('/history/rabat')).body).toContain('added Senegal to the list');
  });

  it('refuses one that is listed already for some of that time', async () => {
    const again = await secretariat.post('/mechanisms/rabat/members', membership({ kind: 'observer' }));
    expect(again.status).toBe(422);
    expect(again.body).toContain('It is already in the list');
    expect(again.body).toContain('Rabat Declaration, 2006');
  });

  it.each([
    ['an unknown code', { state: 'XYZ' }, 'field-state-error'],
    ['no code', { state: '' }, 'field-state-error'],
    ['an unknown kind', { kind: 'owner' }, 'field-kind-error'],
    [
      'an end before the beginning',
      { fromDay: '2026-01-02', untilDay: '2026-01-01' },
      'field-untilDay-error',
    ],
    ['a day that is none', { fromDay: '2026-02-30' }, 'field-fromDay-error'],
  ])('refuses %s', async (_, change, error) => {
    const answer = await secretariat.post(
      '/mechanisms/rabat/members',
      membership({ source: 'as typed', ...change }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="${error}"`);
    expect(answer.body).toContain('as typed');
  });

  it('offers who takes part first, then the other States by the reader’s alphabet, and no other territory', async () => {
    const { body } = await secretariat.get('/mechanisms/rcm/members');
    const [, here = '', others = ''] = body.split('<optgroup').map((part) => part.split('</optgroup>')[0]!);
    const codesIn = (part: string) => [...part.matchAll(/value="([A-Z]{3})"/g)].map((match) => match[1]!);
    expect(codesIn(here)).toEqual(expect.arrayContaining(['MEX', 'CRI', 'ARG']));
    expect(codesIn(others).slice(0, 3)).toEqual(['AFG', 'ALB', 'DZA']);
    expect(codesIn(here).concat(codesIn(others))).not.toEqual(expect.arrayContaining(['ABW']));
  });

  it('takes a territory under the name and with the footnote that the mechanism itself uses, and not without', async () => {
    const path = '/mechanisms/bali/members';
    const office = await browserOf(test, await newPerson(test, ['secretariat', 'bali']));
    const other = { state: '', source: 'Participants', otherCode: 'mac' };
    const footnote = 'Takes part under the name that the Process uses.';
    for (const [change, error] of [
      [{ otherCode: 'XQZ', ownName: 'Nowhere' }, 'field-otherCode-error'],
      [{ otherCode: '' }, 'field-state-error'],
      [{ ownName: '' }, 'field-ownName-error'],
    ] as const) {
      const refused = await office.post(path, membership({ ...other, footnote, ...change }));
      expect([refused.status, refused.body.includes(`id="${error}"`)]).toEqual([422, true]);
      expect(refused.body).toContain(footnote);
    }
    await office.submit(path, membership({ ...other, ownName: 'Macao, China*', footnote }));
    for (const page of ['/mechanisms/bali/about', '/states/MAC', path])
      expect((await office.get(page)).body).toContain('Macao, China*');
    expect((await visitor.get('/mechanisms/bali')).body).toContain(footnote);
    // Another mechanism has no such participant, and offers none.
    expect((await secretariat.get('/mechanisms/rcm/people/invite')).body).not.toContain('Macao');
    const people = (await office.get('/mechanisms/bali/people/invite')).body;
    expect(people).toContain('<option value="Macao, China*">');
    // A State goes by the name of the United Nations.
    await office.submit(path, membership({ state: 'LAO', ownName: 'Laos', footnote }));
    expect(await membershipOf('bali', 'LAO')).toMatchObject({ ownName: null, footnote: null });
  });

  it('lets one of two additions at once through', async () => {
    const { actor } = await newPerson(test, ['secretariat', 'rabat']);
    const input = {
      state: 'MLI',
      kind: 'member' as const,
      fromDay: null,
      untilDay: null,
      source: null,
      doubt: null,
      otherCode: null,
      ownName: null,
      footnote: null,
    };
    const members = test.get(MembersService);
    const results = await Promise.allSettled([1, 2].map(() => members.add(actor, 'rabat', input)));
    const refused = results.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason as unknown)).toEqual([expect.any(InvalidError)]);
  });

  it('ends a membership after a confirmation, and keeps it', async () => {
    const { id } = (await membershipOf('rcm', 'NIC'))!;
    const form = await secretariat.get(`/mechanisms/rcm/members/${id}/end`);
    expect(form.body).toContain('End the listing of Nicaragua');
    const bad = await secretariat.post(`/mechanisms/rcm/members/${id}/end`, { untilDay: 'soon' });
    expect(bad.status).toBe(422);
    expect(bad.body).toContain('value="soon"');
    const after = await secretariat.submit(`/mechanisms/rcm/members/${id}/end`, { untilDay: '2027-02-28' });
    expect(after.body).toContain('until 28 February 2027');

    const service = test.get(MechanismsService);
    expect(await service.memberStates('rcm', '2027-02-28')).toContain('NIC');
    expect(await service.memberStates('rcm', '2027-03-01')).not.toContain('NIC');
    expect((await visitor.get('/mechanisms/rcm')).body).toContain('Former members and observers');
    // It may come back, from the day after.
    const back = membership({ state: 'NIC', fromDay: '2027-03-01' });
    expect((await secretariat.post('/mechanisms/rcm/members', back)).status).toBe(303);
    expect(await service.memberStates('rcm', '2027-03-01')).toContain('NIC');
  });

  it('does not count observers as members', async () => {
    const members = await test.get(MechanismsService).memberStates('rcm', '2027-01-01');
    expect(members).toContain('MEX');
    expect(members).not.toContain('ARG');
  });

  it('is closed to others', async () => {
    const browser = await browserOf(
      test,
      await newPerson(test, ['focal-point', 'rcm', 'MEX'], ['secretariat', 'bali']),
    );
    const { id } = (await membershipOf('rcm', 'MEX'))!;
    expect((await browser.get('/mechanisms/rcm/members')).status).toBe(403);
    expect((await browser.post('/mechanisms/rcm/members', membership())).status).toBe(403);
    // Through a mechanism of one's own, a membership of another one is not reached either.
    expect((await browser.get(`/mechanisms/bali/members/${id}/end`)).status).toBe(404);
    expect(
      (await browser.post(`/mechanisms/bali/members/${id}/end`, { untilDay: '2027-01-01' })).status,
    ).toBe(403);
    expect((await membershipOf('rcm', 'MEX'))!.untilDay).toBeNull();
  });
});

describe('terms of chair and secretariat', () => {
  const term = (change: Record<string, string> = {}) => ({
    office: 'chair',
    state: 'MAR',
    holder: '',
    fromDay: '2026-01-01',
    untilDay: '',
    source: '',
    ...change,
  });

  it('are shown as a timeline, the latest first', async () => {
    await secretariat.post(
      '/mechanisms/rabat/terms',
      term({ state: 'ESP', fromDay: '2025-01-01', untilDay: '2025-12-31' }),
    );
    await secretariat.post('/mechanisms/rabat/terms', term());
    await secretariat.post(
      '/mechanisms/rabat/terms',
      term({ office: 'secretariat', state: '', holder: 'ICMPD' }),
    );
    const { body } = await visitor.get('/mechanisms/rabat');
    expect(body).toContain('from 1 January 2026');
    expect(body).toContain('1 January 2025 until 31 December 2025');
    expect(body).toContain('Secretariat: <bdi>ICMPD</bdi>');
    expect(body.indexOf('<bdi>Morocco')).toBeLessThan(body.indexOf('<bdi>Spain'));
  });

  it('need one holder, and days that make sense', async () => {
    const changes: Record<string, string>[] = [{ state: '' }, { holder: 'ICMPD' }];
    for (const change of changes) {
      const answer = await secretariat.post('/mechanisms/rabat/terms', term(change));
      expect(answer.status).toBe(422);
      expect(answer.body).toContain('Give either a State or territory, or another holder.');
    }
    expect((await secretariat.post('/mechanisms/rabat/terms', term({ state: 'ZZZ' }))).status).toBe(422);
    expect((await secretariat.post('/mechanisms/rabat/terms', term({ untilDay: '2025-12-31' }))).status).toBe(
      422,
    );
    expect(await test.get(TermsService).listFor('rabat')).toHaveLength(3);
  });

  it('end on a day', async () => {
    const [latest] = (await test.get(TermsService).listFor('rabat')).filter((one) => one.stateCode === 'MAR');
    const path = `/mechanisms/rabat/terms/${latest!.id}/end`;
    expect((await secretariat.get(path)).body).toContain('End the term of Morocco');
    expect((await secretariat.post(path, { untilDay: '2025-12-31' })).status).toBe(422);
    expect((await secretariat.post(path, { untilDay: '2027-01-31' })).status).toBe(303);
    expect((await visitor.get('/mechanisms/rabat')).body).toContain('1 January 2026 until 31 January 2027');
  });
});

describe('States and territories', () => {
  it('are listed by name, without figures', async () => {
    const { status, body } = await visitor.get('/states');
    expect(status).toBe(200);
    expect(body).toContain('href="/states/KEN"');
    const list = body.slice(body.indexOf('<ul class="choices'), body.indexOf('</main>'));
    expect(list.replace(/<[^>]*>/g, '')).not.toMatch(/\d/);
  });

  it('show their confirmed memberships with source and doubt', async () => {
    const { body } = await visitor.get('/states/AFG');
    expect(body).toContain('Colombo Process');
    expect(body).toContain('As of 2017; later changes were not checked.');
    expect(body).toContain('Many lists of members are incomplete');
    // Only inferred, and so not shown.
    expect(body).not.toContain('Abu Dhabi Dialogue');
  });

  it('say nothing about one that no list names', async () => {
    const { status, body } = await visitor.get('/states/ESH');
    expect(status).toBe(200);
    expect(body).toContain('There is no confirmed membership.');
  });

  it('are not there for an unknown code', async () => {
    expect((await visitor.get('/states/XXX')).status).toBe(404);
    expect((await visitor.api('GET', '/states/ken/mechanisms')).status).toBe(404);
  });

  it('are in the API', async () => {
    const { items } = (await visitor.api('GET', '/states/KEN/mechanisms?language=fr')).json<{
      items: unknown[];
    }>();
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      mechanism: { id: 'igad-rcp' },
      kind: 'member',
      state: { code: 'KEN', name: 'Kenya' },
    });
  });
});

describe('the API', () => {
  it('adds and ends members and terms as the pages do', async () => {
    const office = await programOf(test, await newPerson(test, ['secretariat', 'igc']));
    const member = await office.api('POST', '/mechanisms/igc/members', {
      state: 'JPN',
      kind: 'observer',
      fromDay: '2027-01-01',
    });
    expect(member.json()).toMatchObject({ state: 'JPN', kind: 'observer', fromDay: '2027-01-01' });
    expect(
      (await office.api('POST', '/mechanisms/igc/members', { state: 'XXX', kind: 'member' })).status,
    ).toBe(422);
    const ended = await office.api('POST', `/members/${member.json<{ id: string }>().id}/end`, {
      untilDay: '2027-02-01',
    });
    expect(ended.status).toBe(204);
    const term = await office.api('POST', '/mechanisms/igc/terms', {
      office: 'chair',
      state: 'CAN',
      fromDay: '2027-01-01',
    });
    expect(term.json()).toMatchObject({ office: 'chair', state: 'CAN' });
    expect(
      (await office.api('POST', `/terms/${term.json<{ id: string }>().id}/end`, { untilDay: '2027-06-30' }))
        .status,
    ).toBe(204);
    const stranger = await programOf(test, await newPerson(test, ['secretariat', 'rcm']));
    expect([403, 404]).toContain(
      (
        await stranger.api('POST', '/mechanisms/igc/terms', {
          office: 'chair',
          state: 'CAN',
          fromDay: '2027-01-01',
        })
      ).status,
    );
  });
});
