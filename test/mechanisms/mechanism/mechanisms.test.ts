import { MechanismsService } from '../../../src/mechanisms/mechanism/mechanisms.service.js';
import { Mechanism, Membership } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { RegistryLoader } from '../../../src/mechanisms/registry/registry-loader.js';
import { registry } from '../../../src/mechanisms/registry/registry.data.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../../src/platform/errors.js';
import { PlansService } from '../../../src/plans/plan/plans.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import {
  browserOf,
  newAccount,
  newAdministrator,
  newPerson,
  newPlan,
  programOf,
} from '../../support/factories.js';

let test: TestApp;
let visitor: Client;
let mechanisms: MechanismsService;

beforeAll(async () => {
  test = await startApp();
  visitor = new Client(test);
  mechanisms = test.get(MechanismsService);
});
afterAll(() => test.close());

const secretariatOf = async (id: string) => browserOf(test, await newPerson(test, ['secretariat', id]));

const settings = (change: Record<string, string | string[]> = {}) => ({
  officialName: 'Migration Dialogue for West Africa',
  shortName: 'MIDWA',
  abbreviation: 'MIDWA',
  zone: 'Africa/Lagos',
  language: 'fr',
  languages: ['en', 'pt'],
  version: '1',
  ...change,
});

describe('loading the registry', () => {
  const counts = async () => {
    const { read } = test.get(UnitOfWork);
    return { mechanisms: await read.count(Mechanism), memberships: await read.count(Membership) };
  };

  it('brings in every mechanism with its confirmed members and observers', async () => {
    const listed = registry.flatMap((entry) => [...(entry.members ?? []), ...(entry.observers ?? [])]);
    expect(await counts()).toEqual({ mechanisms: registry.length, memberships: listed.length });
  });

  it('adds nothing and overwrites nothing when it runs again', async () => {
    const before = await counts();
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Mechanism, { id: 'idm' }, { shortName: 'Dialogue' }));
    expect(await test.get(RegistryLoader).load()).toBe(0);
    expect(await counts()).toEqual(before);
    expect((await mechanisms.find('idm')).shortName).toBe('Dialogue');
  });

  it('is safe when two load at once', async () => {
    const before = await counts();
    await test.get(UnitOfWork).run((manager) => manager.delete(Mechanism, { id: 'rcm' }));
    await Promise.all([test.get(RegistryLoader).load(), test.get(RegistryLoader).load()]);
    expect(await counts()).toEqual(before);
  });

  it('keeps source and doubt of a membership', async () => {
    const [austria] = await test
      .get(UnitOfWork)
      .read.findBy(Membership, { mechanismId: 'budapest', stateCode: 'AUT' });
    expect(austria).toMatchObject({
      kind: 'member',
      fromDay: null,
      doubt: expect.stringContaining('2017') as string,
    });
    expect(austria!.source).toContain('ICMPD');
  });
});

describe('the list of mechanisms', () => {
  it('groups them and shows the totals of 2018, without remarks on how they were found', async () => {
    const { status, body } = await visitor.get('/mechanisms');
    expect(status).toBe(200);
    expect(body).toContain('Puebla Process');
    expect(body).toContain('Interregional forums');
    expect(body).toContain('Active in 2018, by the 2019 IOM review (page 4)');
    expect(body).not.toContain('not confirmed');
    expect(body).not.toContain('Your mechanisms');
  });

  it("begins with the actor's own", async () => {
    const person = await newPerson(test, ['focal-point', 'khartoum', 'KEN'], ['reader', 'rabat']);
    const { body } = await (await browserOf(test, person)).get('/mechanisms');
    expect(body).toContain('Your mechanisms');
    expect(body).toContain('<bdi>Kenya</bdi>');
    expect(body.indexOf('/mechanisms/khartoum')).toBeLessThan(body.indexOf('/mechanisms/almaty'));
  });

  it('is in the API', async () => {
    const { items, nextCursor } = (await visitor.api('GET', '/mechanisms')).json<{
      items: { id: string }[];
      nextCursor: null;
    }>();
    expect(nextCursor).toBeNull();
    expect(items.map((one) => one.id)).toContain('gfmd');
  });
});

describe('the page of a mechanism', () => {
  it('shows facts with their source, no remarks of research, and no link to change anything', async () => {
    const { status, body } = await visitor.get('/mechanisms/khartoum');
    expect(status).toBe(200);
    expect(body).toContain('European Union-Horn of Africa Migration Route Initiative');
    expect(body).toContain('Cairo Ministerial Declaration');
    expect(body).not.toContain('stored document');
    expect(body).not.toContain('<dt>Working languages</dt>');
    expect(body).toContain('Kenya');
    expect(body).not.toContain('/mechanisms/khartoum/edit');
    const [, map] = /<img src="(\/mechanisms\/khartoum\/map\.svg\?v=\w+)"/.exec(body)!;
    expect(body).toContain('do not imply official endorsement or acceptance by the United Nations.');
    expect((await visitor.get(map!)).headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await visitor.get('/mechanisms/prague/map.svg')).status).toBe(404);
  });

  it('names its regions in the language of the reader', async () => {
    const inSpanish = await new Client(test).get('/mechanisms/khartoum', { 'accept-language': 'es' });
    expect(inSpanish.body).toContain('Cuerno de África, África Oriental, África del Norte y Europa');
  });

  it("lists members by the reader's own alphabet", async () => {
    const list = (body: string) => body.slice(body.indexOf('<ul class="choices columns">'));
    const inEnglish = list((await visitor.get('/mechanisms/khartoum')).body);
    expect(inEnglish.indexOf('Germany')).toBeGreaterThan(inEnglish.indexOf('France'));
    const inFrench = list(
      (await new Client(test).get('/mechanisms/khartoum', { 'accept-language': 'fr' })).body,
    );
    expect(inFrench.indexOf('Allemagne')).toBeLessThan(inFrench.indexOf('France'));
  });

  it('says that a list is not known rather than show an empty one', async () => {
    const { body } = await visitor.get('/mechanisms/rabat');
    expect(body).toContain('There is no confirmed list of members.');
  });

  it('gives its secretariat the links it may follow', async () => {
    const office = await secretariatOf('khartoum');
    const sections = ['plans', 'progress', 'rounds', 'reminders', 'documents', 'people', 'settings'];
    const overview = (await office.get('/mechanisms/khartoum')).body;
    for (const path of sections) expect(overview).toContain(`href="/mechanisms/khartoum/${path}"`);
    const settings = (await office.get('/mechanisms/khartoum/settings')).body;
    for (const path of ['/mechanisms/khartoum/edit', '/mechanisms/khartoum/members', '/history/khartoum'])
      expect(settings).toContain(`href="${path}"`);
  });

  it('leads a secretariat that begins to where each step is done, and shows no empty board', async () => {
    const office = await secretariatOf('almaty');
    const overview = (await office.get('/mechanisms/almaty')).body;
    for (const path of ['edit', 'plans', 'people/invite', 'plans/adoption', 'rounds/new'])
      expect(overview).toContain(`<li><a href="/mechanisms/almaty/${path}">`);
    expect(overview).toContain('No plan is in force yet');
    expect(overview).not.toContain('Round table 1');
    expect((await office.get('/mechanisms/almaty/board')).body).toContain('No plan is in force yet');
    const when = { precision: 'day', start: '2027-06-10', end: '2027-06-10', text: null };
    const leads = async () => (await office.get('/mechanisms/almaty/plans/adoption')).headers.location;
    expect(await leads()).toBe('/mechanisms/almaty/plans?all=on');
    const { plan, items } = await newPlan(test, 'almaty', [{ title: 'A dated item', when }], { draft: true });
    expect(await leads()).toBe(`/plans/${plan.id}/adoption`);
    await test
      .get(PlansService)
      .move((await newPerson(test, ['secretariat', 'almaty'])).actor, plan.id, 'adopt', {
        ...{ by: 'A meeting', on: '2026-01-15' },
      });
    const mapping = (await office.get('/mechanisms/almaty')).body;
    expect(mapping).toContain('No item of the plan is mapped to an objective yet');
    expect(mapping).toContain(`href="/plans/${plan.id}/unmapped"`);
    const timeline = mapping.slice(mapping.indexOf('<h2>Timeline</h2>'));
    for (const path of [`plans/${plan.id}/timeline`, `items/${items[0]!.id}`])
      expect(timeline).toContain(`href="/${path}"`);
  });

  it('is not there for an unknown mechanism', async () => {
    expect((await visitor.get('/mechanisms/nowhere')).status).toBe(404);
    expect((await visitor.api('GET', '/mechanisms/nowhere')).status).toBe(404);
  });

  it('is in the API with facts apart from what is set', async () => {
    const body = (await visitor.api('GET', '/mechanisms/midsa?language=fr')).json<{
      facts: { workingLanguages: null; doubts: string[]; membersBasis: string };
      memberships: { state: { code: string; name: string } }[];
    }>();
    expect(body.facts).toMatchObject({ workingLanguages: null, membersBasis: 'partly-verified' });
    expect(body.memberships).toHaveLength(14);
    expect(body.memberships[0]!.state).toEqual({ code: 'ZAF', name: 'Afrique du Sud' });
  });
});

describe('changing names, zone and languages', () => {
  it('is for the secretariat: it saves, raises the version and is on record', async () => {
    const browser = await secretariatOf('midwa');
    const form = await browser.get('/mechanisms/midwa/edit');
    expect(form.body).toContain('name="version" value="1"');
    const after = await browser.submit('/mechanisms/midwa/edit', settings());
    expect(after.body).toContain('Saved.');
    expect(await mechanisms.find('midwa')).toMatchObject({
      zone: 'Africa/Lagos',
      languages: ['fr', 'en', 'pt'],
      version: 2,
    });
    expect((await browser.get('/history/midwa')).body).toContain('changed names, zone or languages');
  });

  it('with nothing changed changes nothing', async () => {
    const browser = await secretariatOf('midwa');
    expect((await browser.post('/mechanisms/midwa/edit', settings({ version: '2' }))).status).toBe(303);
    expect((await mechanisms.find('midwa')).version).toBe(2);
  });

  it('shows both versions when somebody else was faster, and saves on the second try', async () => {
    const browser = await secretariatOf('midwa');
    const stale = await browser.post(
      '/mechanisms/midwa/edit',
      settings({ shortName: 'Dialogue', version: '1' }),
    );
    expect(stale.status).toBe(409);
    expect(stale.body).toContain('Present version');
    expect(stale.body).toContain('value="Dialogue"');
    expect(stale.body).toContain('name="version" value="2"');
    const again = await browser.post(
      '/mechanisms/midwa/edit',
      settings({ shortName: 'Dialogue', version: '2' }),
    );
    expect(again.status).toBe(303);
    expect((await mechanisms.find('midwa')).shortName).toBe('Dialogue');
  });

  it('keeps what was typed and says at the field what is wrong', async () => {
    const browser = await secretariatOf('bali');
    const bad = settings({ officialName: ' ', shortName: 'Bali <b>', zone: 'Mars/Base', language: 'tlh' });
    const { status, body } = await browser.post('/mechanisms/bali/edit', bad);
    expect(status).toBe(422);
    expect(body).toContain('href="#field-officialName"');
    expect(body).toContain('id="field-zone-error"');
    expect(body).toContain('id="field-language-error"');
    expect(body).toContain('value="Bali &lt;b>"');
    expect((await mechanisms.find('bali')).version).toBe(1);
  });

  it('is not for others', async () => {
    const readers = await newPerson(test, ['reader', 'midwa'], ['secretariat', 'rabat']);
    const browser = await browserOf(test, readers);
    expect((await browser.get('/mechanisms/midwa/edit')).status).toBe(403);
    expect((await browser.post('/mechanisms/midwa/edit', settings({ version: '3' }))).status).toBe(403);
    expect((await visitor.get('/mechanisms/midwa/edit')).headers.location).toMatch(/^\/sign-in/);
    const input = { version: 3, shortName: 'X' };
    await expect(mechanisms.update(readers.actor, 'midwa', input)).rejects.toThrow(ForbiddenError);
    await expect(mechanisms.update(readers.actor, 'bali', input)).rejects.toThrow(NotFoundError);
  });

  it('is 404 for an administrator where there is no such mechanism', async () => {
    const browser = await browserOf(test, await newAdministrator(test));
    for (const page of ['edit', 'members', 'terms', 'people']) {
      expect((await browser.get(`/mechanisms/nowhere/${page}`)).status).toBe(404);
    }
  });
});

describe('changing a mechanism through the API', () => {
  it('changes what is given and leaves the rest', async () => {
    const program = await programOf(test, await newPerson(test, ['secretariat', 'prague']));
    const answer = await program.api('PATCH', '/mechanisms/prague', {
      version: 1,
      zone: 'Europe/Prague',
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      zone: 'Europe/Prague',
      shortName: 'Prague Process',
      languages: ['en', 'ru'],
      version: 2,
    });
  });

  it("has a name in the reader's language wherever it is named, and on record as it was written", async () => {
    const person = await newAccount(test, { language: 'ar' }, [['secretariat', 'pafom']]);
    const [browser, program] = [await browserOf(test, person), await programOf(test, person)];
    const named = await program.api('PATCH', '/mechanisms/pafom', {
      version: 1,
      officialNames: { ar: 'منتدى تجريبي للهجرة', fr: '' },
      shortNames: { ar: 'المنتدى' },
    });
    expect(named.json()).toMatchObject({
      officialNames: { ar: 'منتدى تجريبي للهجرة' },
      shortNames: { ar: 'المنتدى' },
      version: 2,
    });
    const overview = await browser.get('/mechanisms/pafom');
    expect(overview.body).toContain('<title>المنتدى · Waymark</title>');
    expect(overview.body).toContain('منتدى تجريبي للهجرة');
    expect((await browser.get('/mechanisms/pafom/people')).body).toMatch(/class="crumbs"[^]*?المنتدى/);
    expect((await browser.get('/history/pafom')).body).toContain('العربية: \u2068المنتدى\u2069');
    const english = await visitor.get('/mechanisms/pafom/about');
    expect(english.body).toContain('Pan-African Forum on Migration');
    expect(english.body).not.toContain('المنتدى');
    const form = await browser.get('/mechanisms/pafom/edit');
    expect(form.body).toContain('value="منتدى تجريبي للهجرة"');
    const wrong = await program.api('PATCH', '/mechanisms/pafom', { version: 2, shortNames: { xx: 'X' } });
    expect(wrong.status).toBe(422);
  });

  it('keeps the address for replies to those who have a part in it', async () => {
    const program = await programOf(test, await newPerson(test, ['secretariat', 'prague']));
    const replyAddress = 'office@prague.example';
    const set = await program.api('PATCH', '/mechanisms/prague', { version: 2, replyAddress });
    expect(set.json()).toMatchObject({ replyAddress, zone: 'Europe/Prague' });
    expect((await program.api('GET', '/mechanisms/prague')).json()).toMatchObject({ replyAddress });
    const stranger = await programOf(test, await newPerson(test, ['secretariat', 'rabat']));
    for (const path of ['/mechanisms/prague', '/mechanisms'])
      expect((await stranger.api('GET', path)).body).not.toContain(replyAddress);
    // Replies quote what delegations are asked and answer: who runs the installation does not lead them elsewhere.
    const running = await newAdministrator(test);
    const led = { version: 3, replyAddress: 'elsewhere@example.org' };
    expect((await (await programOf(test, running)).api('PATCH', '/mechanisms/prague', led)).status).toBe(403);
    const desk = await browserOf(test, running);
    expect((await desk.get('/mechanisms/prague/edit')).body).not.toContain('replyAddress');
    const saved = await desk.post('/mechanisms/prague/edit', {
      ...settings({ version: '3', shortName: 'Prague Process', zone: 'Europe/Prague' }),
      replyAddress: led.replyAddress,
    });
    expect(saved.status).toBe(303);
    expect((await program.api('GET', '/mechanisms/prague')).json()).toMatchObject({ replyAddress });
  });

  it('answers a stale version with what stands now', async () => {
    const program = await programOf(test, await newPerson(test, ['secretariat', 'prague']));
    const answer = await program.api('PATCH', '/mechanisms/prague', { version: 1, zone: 'Europe/Vienna' });
    expect(answer.status).toBe(409);
    expect(answer.json()).toMatchObject({ current: { zone: 'Europe/Prague', version: 4 } });
  });

  it('refuses bad input and strangers', async () => {
    const program = await programOf(test, await newPerson(test, ['secretariat', 'prague']));
    const bad = await program.api('PATCH', '/mechanisms/prague', { shortName: '', zone: 'x' });
    expect(bad.status).toBe(422);
    expect(Object.keys(bad.json<{ errors: object }>().errors).sort()).toEqual([
      'shortName',
      'version',
      'zone',
    ]);
    expect((await program.api('PATCH', '/mechanisms/rabat', { version: 1 })).status).toBe(403);
    expect((await new Client(test, 'wrong').api('PATCH', '/mechanisms/rabat', { version: 1 })).status).toBe(
      401,
    );
  });

  it('lets one of two changes at once through', async () => {
    const { actor } = await newPerson(test, ['secretariat', 'add']);
    const changes = ['Asia/Dubai', 'Asia/Manila'].map((zone) =>
      mechanisms.update(actor, 'add', { version: 1, zone }),
    );
    const results = await Promise.allSettled(changes);
    const refused = results.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toBeInstanceOf(ConflictError);
  });
});

describe('a logo and a colour of its own', () => {
  const picture = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100" fill="#c8102e"/></svg>',
  );
  const file = (content: Buffer) => ({ field: 'file', name: 'Logo of MIDWA.svg', content });
  const stored = async (path: string) => (await visitor.get(path)).status;

  it('stand on every page of the mechanism, to who is not signed in too, and on no page of another', async () => {
    const office = await secretariatOf('midsa');
    const form = await office.get('/mechanisms/midsa/look');
    expect(form.body).toContain('Your pages have Waymark’s colour.');
    const version = /name="version" value="(\d+)"/.exec(form.body)![1]!;
    expect((await office.post('/mechanisms/midsa/look', { colour: '#F2C14E', version })).status).toBe(303);
    expect((await office.upload('/mechanisms/midsa/logo', file(picture))).status).toBe(303);
    const shown = await visitor.get('/mechanisms/midsa/about');
    const [logo] = /\/mechanisms\/midsa\/logo\?v=[\w-]+/.exec(shown.body)!;
    const [style] = /\/mechanisms\/midsa\/colours\.css\?v=\w+/.exec(shown.body)!;
    const drawn = await visitor.get(logo);
    expect(drawn.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const sheet = await visitor.get(style);
    expect(sheet.body).toContain('.top{border-block-start:4px solid #f2c14e}');
    expect(sheet.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    // Under the address of another colour nobody keeps it.
    const other = await visitor.get('/mechanisms/midsa/colours.css?v=000000000000');
    expect(other.headers['cache-control']).toBe('no-cache');
    const chosen = (await office.get('/mechanisms/midsa/look')).body.replace(/[\u2068\u2069]/g, '');
    expect(chosen).toContain('#f2c14e, as you chose it, is easy to read here.');
    expect(chosen).toMatch(/#f2c14e would be hard to read here, so #\w{6} is used/);
    expect((await visitor.get('/mechanisms/rabat/about')).body).not.toMatch(/midsa\/(logo|colours)/);
  });

  it('say what the logo says in the language of the reader, else the name of the mechanism', async () => {
    const program = await programOf(test, await newPerson(test, ['secretariat', 'midsa']));
    const page = async (language: string) =>
      (await visitor.get('/mechanisms/midsa/about', { 'accept-language': language })).body;
    expect(await page('en')).toMatch(/<img class="place-logo"[^>]*alt="MIDSA"/);
    const { version } = (await program.api('GET', '/mechanisms/midsa')).json<{ version: number }>();
    const logoText = { original: 'en', texts: { en: 'MIDSA, a red field', fr: 'MIDSA, un champ rouge' } };
    const said = await program.api('PATCH', '/mechanisms/midsa/look', { logoText, version });
    expect(said.json()).toMatchObject({ logoText, colour: '#f2c14e' });
    expect(await page('fr')).toContain('alt="MIDSA, un champ rouge"');
    expect(await page('ar')).toContain('alt="MIDSA, a red field"');
  });

  it('are replaced and removed, and the former pictures are gone; the history says who did what', async () => {
    const person = await newPerson(test, ['secretariat', 'midsa']);
    const office = await browserOf(test, person);
    const address = async () =>
      /\/mechanisms\/midsa\/logo\?v=[\w-]+/.exec((await visitor.get('/mechanisms/midsa')).body)?.[0];
    const first = await address();
    await office.upload('/mechanisms/midsa/logo', file(picture));
    expect(await address()).not.toBe(first);
    expect((await office.post('/mechanisms/midsa/logo/removal')).body).toContain('Logo of MIDWA.svg');
    await office.post('/mechanisms/midsa/logo/removal', { confirmed: 'on' });
    expect(await address()).toBeUndefined();
    expect(await stored('/mechanisms/midsa/logo')).toBe(404);
    const history = (await office.get('/history/midsa')).body;
    expect(history).toContain('changed the logo or colour');
    expect(history).toContain('<del dir="auto">Logo of MIDWA.svg</del>');
  });

  it.each([['a colour that is none', { colour: 'blue' }, 'Enter a colour such as #0b5d66.']])(
    'keep the form with what was typed: %s',
    async (_, fields, message) => {
      const office = await secretariatOf('midsa');
      const answer = await office.post('/mechanisms/midsa/look', { ...fields, version: '1' });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(message);
    },
  );

  it('are no picture that cannot be read, and nobody’s to change but its own secretariat’s', async () => {
    const office = await secretariatOf('midsa');
    const refused = await office.upload(
      '/mechanisms/midsa/logo',
      file(Buffer.from('<script>alert(1)</script>')),
    );
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('This file is not a PNG, JPEG, WebP or SVG picture that can be read.');
    const stranger = await secretariatOf('rabat');
    expect((await stranger.upload('/mechanisms/midsa/logo', file(picture))).status).toBe(403);
    expect((await stranger.get('/mechanisms/midsa/look')).status).toBe(403);
    expect(await stored('/mechanisms/midsa/colours.css')).toBe(200);
  });
});
