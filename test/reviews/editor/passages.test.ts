import type { Client } from '../../support/client.js';
import { Submission } from '../../../src/reviews/submissions/submission.entity.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import type { Block, Figure } from '../../../src/platform/documents/document.js';
import { DocumentFiles } from '../../../src/reviews/files/document-files.service.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import { FindingsService } from '../../../src/reviews/editor/findings/findings.service.js';
import { browserOf, newAdministrator, newPerson, programOf } from '../../support/factories.js';
import { type EditorScene, editorScene, HOME, paragraph } from './scene.js';

let scene: EditorScene;
let id: string;
let keys: string[];
beforeAll(async () => {
  scene = await editorScene();
  ({ id, keys } = await scene.draft());
});
afterAll(() => scene.test.close());

interface Shown {
  id: string;
  version: number;
  state: string;
  section: string;
  changed: boolean;
  sources: { id: string }[];
  words: { language: string; edited: boolean; blocks: Block[] }[];
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const call = (method: Method, path: string, body?: object) =>
  scene.office.api(method, `/submissions/${id}${path}`, body);
const inSection = async (key: string) =>
  (await call('GET', `/sections/${key}/passages`)).json<{ passages: Shown[] }>().passages;
const textsOf = (passages: Shown[]) =>
  passages
    .filter(({ state }) => state !== 'left-out')
    .map(({ words }) =>
      words
        .find(({ language }) => language === 'en')!
        .blocks.map((block) => (block as { runs: { text: string }[] }).runs[0]!.text),
    );

describe('a passage', () => {
  it('is written over, and keeps what was compiled and where it comes from', async () => {
    const source = { kind: 'item' as const, id: 'i', seal: '1' };
    const passageId = await scene.compiled(
      id,
      keys[0]!,
      { en: [paragraph('Compiled.')] },
      { sources: [source] },
    );
    const answer = await call('PUT', `/passages/${passageId}/words`, {
      language: 'en',
      text: 'Edited, with a list:\n\n- one\n- two',
      version: 1,
    });
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      state: 'edited',
      version: 2,
      changed: false,
      sources: [{ id: 'i' }],
    });
    const row = await scene.row(passageId);
    expect(row.words[0]).toMatchObject({
      compiled: [paragraph('Compiled.')],
      edited: [
        { type: 'paragraph', runs: [{ text: 'Edited, with a list:' }] },
        { type: 'list', kind: 'bullets', items: [{ runs: [{ text: 'one' }] }, { runs: [{ text: 'two' }] }] },
      ],
      words: 6,
    });
    // Somebody who looks at the older version is shown both.
    const late = await call('PUT', `/passages/${passageId}/words`, {
      language: 'en',
      text: 'Late.',
      version: 1,
    });
    expect(late.status).toBe(409);
    expect(late.json()).toMatchObject({ current: { version: 2, state: 'edited' } });
  });

  it('says what its source says now, and takes or keeps it', async () => {
    const passageId = await scene.compiled(id, keys[1]!, { en: [paragraph('Five officers.')] });
    const write = { language: 'en', text: 'Five officers were trained.', version: 1 };
    await call('PUT', `/passages/${passageId}/words`, write);
    await scene.recompiled(passageId, { en: [paragraph('Six officers.')] });
    const [shown] = (await inSection(keys[1]!)).filter((one) => one.id === passageId);
    expect(shown).toMatchObject({ changed: true });
    expect(textsOf([shown!])).toEqual([['Five officers were trained.']]);
    const page = await scene.browser.get(`/submissions/${id}/passages/${passageId}`);
    expect(page.body).toContain('Six officers.');
    expect(page.body).toMatch(/<del>.*Five.*<\/del>/);
    const kept = (await call('POST', `/passages/${passageId}/keeping`, { version: 2 })).json<Shown>();
    expect(kept).toMatchObject({ changed: false, state: 'edited' });
    // What was settled is no news any more.
    expect((await call('POST', `/passages/${passageId}/keeping`, { version: kept.version })).status).toBe(
      409,
    );
    const taken = (
      await call('POST', `/passages/${passageId}/taking`, { version: kept.version })
    ).json<Shown>();
    expect(taken).toMatchObject({ state: 'compiled' });
    expect(textsOf([taken])).toEqual([['Six officers.']]);
  });

  it('with comments that are not settled is to be decided on; files are offered once it is compiled', async () => {
    const draft = await scene.draft();
    const address = `/submissions/${draft.id}`;
    const body = async () => (await scene.browser.get(address)).body;
    const passageId = await scene.compiled(draft.id, draft.keys[0]!, { en: [paragraph('Said.')] });
    expect(await body()).not.toMatch(/Comments to settle|document\.docx/);
    const comments = `${address}/passages/${passageId}/comments`;
    for (const text of ['Is that so?', 'Since when?']) await scene.browser.post(comments, { text });
    expect(await body()).toContain('Comments to settle: 2');
    expect((await scene.browser.get(`${address}/findings/count`)).body).toContain('Before it goes out (');
  });

  it('is translated with as many numbered paragraphs, and the translation is outdated when the original changes', async () => {
    const passageId = await scene.compiled(id, keys[1]!, { en: [paragraph('One.'), paragraph('Two.')] });
    const wrong = await call('PUT', `/passages/${passageId}/words`, {
      language: 'fr',
      text: 'Un.',
      version: 1,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.json()).toMatchObject({ errors: { text: {} } });
    const missing = async () => (await card()).match(/Not translated/g)?.length ?? 0;
    const card = async () => (await scene.browser.get(`/submissions/${id}/passages/${passageId}`)).body;
    expect(await missing()).toBe(2);
    await call('PUT', `/passages/${passageId}/words`, { language: 'fr', text: 'Un.\n\nDeux.', version: 1 });
    expect(await missing()).toBe(1);
    await call('PUT', `/passages/${passageId}/words`, {
      language: 'en',
      text: 'One.\n\nTwo and a half.',
      version: 2,
    });
    expect(await card()).toContain('Translation is of an earlier text');
  });

  it('is split, and made one with the next, with the sources of both and every word', async () => {
    const { keys: own, id: other } = await scene.draft();
    const at = { kind: 'item' as const, seal: '1' };
    const words = { en: [paragraph('A.'), paragraph('B.')], fr: [paragraph('Un.'), paragraph('Deux.')] };
    const first = await scene.compiled(other, own[0]!, words, { sources: [{ ...at, id: 'one' }] });
    const last = await scene.compiled(
      other,
      own[0]!,
      { en: [paragraph('C.')] },
      { sources: [{ ...at, id: 'two' }] },
    );
    const on = (method: Method, path: string, body?: object) =>
      scene.office.api(method, `/submissions/${other}${path}`, body);
    const list = async () =>
      (await on('GET', `/sections/${own[0]}/passages`)).json<{ passages: Shown[] }>().passages;
    const second = (await on('POST', `/passages/${first}/split`, { version: 1, at: 2 })).json<Shown>();
    expect(textsOf(await list())).toEqual([['A.'], ['B.'], ['C.']]);
    expect(second).toMatchObject({ state: 'own', sources: [{ id: 'one' }] });
    expect(second.words.map(({ language }) => language)).toEqual(['en', 'fr']);
    const merge = { version: second.version, next: last, nextVersion: 1 };
    const whole = (await on('POST', `/passages/${second.id}/merge`, merge)).json<Shown>();
    expect(textsOf(await list())).toEqual([['A.'], ['B.', 'C.']]);
    expect(whole.sources.map((source) => source.id)).toEqual(['one', 'two']);
    // Half of it has no French: that is said, and the French that is there is kept.
    const page = await scene.browser.get(`/submissions/${other}/passages/${whole.id}`);
    expect(page.body).toContain('Deux.');
    expect(page.body).toContain('Other number of paragraphs than the original');
    // What was compiled is left out and not deleted: it would be compiled again.
    expect(await scene.row(last)).toMatchObject({ state: 'left-out' });
  });

  it('is moved, left out, and taken in again', async () => {
    const { keys: own, id: other } = await scene.draft();
    const [one, two, three] = [
      await scene.compiled(other, own[0]!, { en: [paragraph('A.')] }),
      await scene.compiled(other, own[0]!, { en: [paragraph('B.')] }),
      await scene.compiled(other, own[0]!, { en: [paragraph('C.')] }),
    ];
    const on = (method: Method, path: string, body?: object) =>
      scene.office.api(method, `/submissions/${other}${path}`, body);
    const list = async (key = own[0]) =>
      textsOf((await on('GET', `/sections/${key}/passages`)).json<{ passages: Shown[] }>().passages).flat();
    await on('PUT', `/passages/${three}/place`, { section: own[0], after: null, version: 1 });
    expect(await list()).toEqual(['C.', 'A.', 'B.']);
    await on('PUT', `/passages/${three}/place`, { section: own[0], after: one, version: 2 });
    expect(await list()).toEqual(['A.', 'C.', 'B.']);
    await on('PUT', `/passages/${one}/place`, { section: own[1], after: null, version: 1 });
    expect([await list(), await list(own[1])]).toEqual([['C.', 'B.'], ['A.']]);
    expect(await scene.row(one)).toMatchObject({ moved: true });
    await on('POST', `/passages/${two}/left-out`, { version: 1 });
    expect(await list()).toEqual(['C.']);
    // It can only be taken in now.
    expect((await on('POST', `/passages/${two}/split`, { version: 2, at: 2 })).status).toBe(409);
    await on('DELETE', `/passages/${two}/left-out?version=2`);
    expect(await list()).toEqual(['C.', 'B.']);
    expect(await scene.row(two)).toMatchObject({ state: 'compiled' });
  });

  it('of the secretariat’s own is added, and deleted once it is left out', async () => {
    const { keys: own, id: other } = await scene.draft();
    const on = (method: Method, path: string, body?: object) =>
      scene.office.api(method, `/submissions/${other}${path}`, body);
    const blocks = [{ type: 'table', columns: [{ label: 'Year' }], rows: [[[{ text: '2026' }]]] }];
    const added = await on('POST', `/sections/${own[0]}/passages`, { after: null, blocks });
    expect(added.status).toBe(201);
    const { id: passageId, version } = added.json<Shown>();
    expect((await on('DELETE', `/passages/${passageId}?version=${version}`)).status).toBe(409);
    await on('POST', `/passages/${passageId}/left-out`, { version });
    expect((await on('DELETE', `/passages/${passageId}?version=${version + 1}`)).status).toBe(204);
    expect((await on('POST', `/sections/${own[0]}/passages`, { after: null, text: ' ' })).status).toBe(422);
    const forged = [{ type: 'figure', picture: { base64: 'x', width: 1, height: 1, text: '' } }];
    expect((await on('POST', `/sections/${own[0]}/passages`, { after: null, blocks: forged })).status).toBe(
      422,
    );
    const noPicture = [{ type: 'kept', of: 0 }];
    expect(
      (await on('POST', `/sections/${own[0]}/passages`, { after: null, blocks: noPicture })).status,
    ).toBe(422);
  });

  it('is nobody’s but its secretariat’s, and changes only in a draft', async () => {
    const passageId = await scene.compiled(id, keys[2]!, { en: [paragraph('X.')] });
    const kenya = await programOf(scene.test, await newPerson(scene.test, ['focal-point', HOME, 'KEN']));
    const neighbour = await programOf(scene.test, await newPerson(scene.test, ['secretariat', 'rabat']));
    const read = async (by: Client) =>
      (await by.api('GET', `/submissions/${id}/sections/${keys[2]}/passages`)).status;
    expect([await read(kenya), await read(neighbour)]).toEqual([403, 404]);
    await scene.test
      .get(UnitOfWork)
      .run((manager) => manager.update(Submission, { id }, { state: 'circulated' }));
    const write = { language: 'en', text: 'Y.', version: 1 };
    expect((await call('PUT', `/passages/${passageId}/words`, write)).status).toBe(409);
    expect(await read(kenya)).toBe(403);
    await scene.test
      .get(UnitOfWork)
      .run((manager) => manager.update(Submission, { id }, { state: 'drafting' }));
  });
});

describe('a finding that no edit settles', () => {
  const REASON = 'The name of the project is the same in French.';
  let draft: Awaited<ReturnType<EditorScene['draft']>>;
  let passageId: string;
  beforeAll(async () => {
    draft = await scene.draft();
    passageId = await scene.compiled(draft.id, draft.keys[0]!, { en: [paragraph('BORDERS 2030')] });
  });

  const found = () => scene.test.get(FindingsService).of(scene.secretariat.actor, draft.id);
  const french = async () => {
    const { findings } = await found();
    return findings.find(({ kind, language }) => kind === 'missing' && language === 'fr');
  };
  const address = (path = '') => `/submissions/${draft.id}/findings${path}`;
  const setAside = (seal: string, reason: string, by = scene.browser) =>
    by.post(address(`/${seal}/aside`), { reason });
  const shown = async () => (await scene.browser.get(address())).body;

  it('is set aside with a reason, by whom and when, and put back', async () => {
    const { findings } = await found();
    const { seal } = (await french())!;
    expect((await setAside(seal!, ' ')).status).toBe(422);
    expect((await setAside(seal!, REASON)).status).toBe(303);
    const page = await shown();
    expect(page).toContain(REASON);
    expect(page).toContain(`<bdi>${scene.secretariat.account.name}</bdi>`);
    expect((await found()).findings).toHaveLength(findings.length - 1);
    expect((await scene.browser.get(`/history/${HOME}`)).body).toContain(
      'set a finding on a document aside: Not translated',
    );
    expect((await scene.browser.post(address(`/${seal}/back`), {})).status).toBe(303);
    expect(await shown()).not.toContain(REASON);
    expect(await french()).toBeDefined();
  });

  it('comes back by itself when its words change, not when those before it do', async () => {
    const { seal } = (await french())!;
    await setAside(seal!, REASON);
    const own = { after: null, text: 'Before it.' };
    await scene.office.api('POST', `/submissions/${draft.id}/sections/${draft.keys[0]}/passages`, own);
    expect(await shown()).toContain(REASON);
    const { version } = await scene.row(passageId);
    const words = { language: 'en', text: 'Borders 2030 is a project.', version };
    await scene.office.api('PUT', `/submissions/${draft.id}/passages/${passageId}/words`, words);
    expect(await shown()).not.toContain(REASON);
    // Whoever still has its form open is told.
    const late = await setAside(seal!, REASON);
    expect(late.status).toBe(409);
    expect(late.body).toContain('has changed in the meantime');
  });

  it('about a day comes back when that is another one', async () => {
    const unconfirmed = async () => (await found()).findings.find(({ kind }) => kind === 'unconfirmed');
    await setAside((await unconfirmed())!.seal!, 'No day is announced yet.');
    expect(await unconfirmed()).toBeUndefined();
    const admin = await browserOf(scene.test, await newAdministrator(scene.test));
    const days = { precision: 'day', firstDay: '2030-05-07', lastDay: '2030-05-10' };
    await admin.submit('/review-cycles/imrf-2030', { ...days, source: 'A draft programme', version: 1 });
    expect(await unconfirmed()).toBeDefined();
  });

  it('is its secretariat’s alone, and none that is settled where it stands', async () => {
    const kenya = await browserOf(scene.test, await newPerson(scene.test, ['focal-point', HOME, 'KEN']));
    expect((await setAside((await french())!.seal!, REASON, kenya)).status).toBe(403);
    await scene.browser.post(`/submissions/${draft.id}/passages/${passageId}/comments`, { text: 'Why?' });
    const comment = (await found()).findings.find(({ kind }) => kind === 'comment');
    expect(comment).toMatchObject({ seal: null });
  });
});

describe('a figure of the secretariat’s own', () => {
  let draft: Awaited<ReturnType<EditorScene['draft']>>;
  beforeAll(async () => {
    draft = await scene.draft();
  });

  const photo = (width = 900, height = 600) =>
    sharp({ create: { width, height, channels: 3, background: '#0b5d66' } });
  const figures = () => `/submissions/${draft.id}/sections/${draft.keys[0]}/figures`;
  const upload = (content: Buffer, name: string, fields: object = {}, by = scene.browser) =>
    by.upload(figures(), { field: 'file', name, content }, { caption: 'Border posts', ...fields });
  const figureIn = async (passageId: string, language = 'en') => {
    const { words } = await scene.row(passageId);
    return words.find((one) => one.language === language)!.edited![0] as Figure;
  };

  it('is drawn anew as a passage, and is a finding as long as nobody says what it shows', async () => {
    const turned = photo()
      .withExif({ IFD0: { Copyright: 'A camera' } })
      .withMetadata({ orientation: 6 });
    const sent = await upload(await turned.jpeg().toBuffer(), 'posts.jpg');
    expect(sent.status).toBe(303);
    const id = sent.headers.location!.split('#passage-')[1]!.slice(0, 36);
    const { picture, caption } = await figureIn(id);
    expect([caption, picture.width, picture.height]).toEqual(['Border posts', 600, 900]);
    const kept = await sharp(Buffer.from(picture.base64, 'base64')).metadata();
    expect([kept.format, kept.exif, kept.orientation]).toEqual(['png', undefined, undefined]);
    const address = `/submissions/${draft.id}`;
    const shown = await scene.browser.get(`${address}/passages/${id}/picture?language=en&of=0`);
    expect(shown.headers['content-type']).toBe('image/png');
    const silent = async () =>
      (await scene.browser.get(`${address}/findings`)).body.includes('id="alternative"');
    expect(await silent()).toBe(true);
    const write = (language: string, text: string, version: number) =>
      scene.office.api('PUT', `${address}/passages/${id}/words`, {
        ...{ language, version },
        blocks: [
          { type: 'kept', of: 0, text, caption: language === 'fr' ? 'Postes frontière' : 'Border posts' },
        ],
      });
    expect((await write('en', 'Three posts on a map', 1)).status).toBe(200);
    expect((await write('fr', 'Trois postes sur une carte', 2)).status).toBe(200);
    expect(await silent()).toBe(false);
    expect((await figureIn(id, 'fr')).picture).toEqual({ ...picture, text: 'Trois postes sur une carte' });

    // In every file, in each language.
    await scene.test.get(SubmissionsService).compile(draft.id);
    const files = scene.test.get(DocumentFiles);
    const file = async (format: 'docx' | 'pdf' | 'html', language = 'en') =>
      (await files.document(scene.secretariat.actor, draft.id, format, undefined, language)).body;
    const html = (await file('html', 'fr')).toString();
    expect(html).toContain('alt="Trois postes sur une carte"');
    expect(html).toContain('Postes frontière');
    const word = unzipSync(await file('docx'));
    expect(strFromU8(word['word/document.xml']!)).toContain('descr="Three posts on a map"');
    expect(Object.keys(word).filter((name) => name.endsWith('.png'))).toHaveLength(1);
    expect((await file('pdf')).toString('latin1')).toMatch(/\/Subtype ?\/Image/);
  });

  it.each([
    ['a drawing of lines', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['a moving picture', () => photo(20, 20).gif().toBuffer()],
    ['text that is called so', () => Promise.resolve(Buffer.from('hello'))],
    ['nothing', () => Promise.resolve(Buffer.alloc(0))],
  ])('is refused where it is %s, and what was typed is kept', async (_, make) => {
    const refused = await upload(await make(), 'posts.png', { text: 'Three posts' });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('id="field-file-error"');
    expect(refused.body).toContain('Three posts</textarea>');
    expect(refused.body).toContain('value="Border posts"');
  });

  it('is small enough for a document, however much is in it', async () => {
    const noise = Buffer.from(Array.from({ length: 1200 * 800 * 3 }, (_, at) => (at * at * 7919) % 256));
    const busy = sharp(noise, { raw: { width: 1200, height: 800, channels: 3 } });
    const sent = await upload(await busy.jpeg().toBuffer(), 'busy.jpg');
    const { picture } = await figureIn(sent.headers.location!.split('#passage-')[1]!.slice(0, 36));
    expect(picture.base64.length).toBeLessThan(700_000);
    expect(picture.width).toBeLessThanOrEqual(640);
  });

  it('is added by the secretariat alone, to a draft alone', async () => {
    const small = await photo(20, 20).png().toBuffer();
    const kenya = await browserOf(scene.test, await newPerson(scene.test, ['focal-point', HOME, 'KEN']));
    expect((await upload(small, 'a.png', {}, kenya)).status).toBe(403);
    const set = (state: 'circulated' | 'drafting') =>
      scene.test.get(UnitOfWork).run((manager) => manager.update(Submission, { id: draft.id }, { state }));
    await set('circulated');
    expect((await upload(small, 'a.png')).status).toBe(409);
    await set('drafting');
  });
});
