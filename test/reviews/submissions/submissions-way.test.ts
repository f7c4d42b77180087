import { AuditEvent } from '../../../src/platform/database/history.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { SubmissionQueryService } from '../../../src/reviews/submissions/submission-query.service.js';
import { SubmissionsService } from '../../../src/reviews/submissions/submissions.service.js';
import type { Client } from '../../support/client.js';
import { browserOf, newPerson, programOf } from '../../support/factories.js';
import { MECHANISM, type Scene, submissionScene } from '../../support/submissions.js';

let scene: Scene;
let chair: Client;
let delegation: Client;
let partner: Client;
beforeAll(async () => {
  scene = await submissionScene();
  const { test, kenya } = scene;
  chair = await programOf(test, await newPerson(test, ['chair', MECHANISM]));
  delegation = await programOf(test, kenya);
  partner = await programOf(
    test,
    await newPerson(test, ['partner', MECHANISM, 'A partner'], ['chair', 'rabat']),
  );
});
afterAll(() => scene.test.close());

describe('the way to what is submitted', () => {
  it('goes by circulation and clearance, each once, and shows the text to more people', async () => {
    const id = await scene.compiled();
    const see = async () => [
      (await chair.api('GET', `/submissions/${id}`)).status,
      (await delegation.api('GET', `/submissions/${id}/document.html`)).status,
      (await partner.api('GET', `/submissions/${id}`)).status,
    ];
    expect(await see()).toEqual([404, 404, 404]);
    expect((await scene.office.api('POST', `/submissions/${id}/clearance`)).status).toBe(409);
    expect((await scene.office.api('POST', `/submissions/${id}/freeze`)).status).toBe(409);
    expect((await scene.office.api('POST', `/submissions/${id}/circulation`)).json()).toMatchObject({
      state: 'circulated',
      moves: ['clear', 'recall'],
    });
    expect(await see()).toEqual([200, 200, 404]);
    expect((await chair.api('GET', `/submissions/${id}`)).json()).toMatchObject({
      moves: [],
      // How many stand in it, and how many of them unnamed, is its secretariat's to know.
      entries: null,
    });
    expect((await scene.office.api('POST', `/submissions/${id}/circulation`)).status).toBe(409);
    const version = 1;
    expect(
      (
        await scene.office.api('PUT', `/submissions/${id}/sections/introduction`, {
          text: 'Too late',
          version,
        })
      ).status,
    ).toBe(409);
    expect((await scene.office.api('POST', `/submissions/${id}/compilation`)).status).toBe(409);
    expect((await scene.office.api('DELETE', `/submissions/${id}/circulation`)).json()).toMatchObject({
      state: 'drafting',
    });
    expect(await see()).toEqual([404, 404, 404]);
    await scene.office.api('POST', `/submissions/${id}/circulation`);
    expect((await scene.office.api('POST', `/submissions/${id}/clearance`)).json()).toMatchObject({
      state: 'cleared',
    });
    const frozen = (await scene.office.api('POST', `/submissions/${id}/freeze`)).json<{
      submitted: { number: number; hash: string }[];
    }>();
    expect(frozen).toMatchObject({ state: 'submitted', moves: ['revise'], submitted: [{ number: 1 }] });
    expect((await scene.office.api('DELETE', `/submissions/${id}/circulation`)).status).toBe(409);
    expect(await see()).toEqual([200, 200, 404]);
    // A further text is drafted: the others go on reading what was submitted, and only that.
    expect((await scene.office.api('POST', `/submissions/${id}/revision`)).json()).toMatchObject({
      state: 'drafting',
    });
    await scene.office.api('PUT', `/submissions/${id}/sections/introduction`, {
      text: 'Not yet for others.',
      version,
    });
    expect((await delegation.api('GET', `/submissions/${id}`)).json()).toMatchObject({
      state: 'submitted',
      submitted: [{ number: 1 }],
    });
    expect((await delegation.api('GET', `/submissions/${id}/document.html`)).body).not.toContain(
      'Not yet for others.',
    );
    expect((await scene.office.api('GET', `/submissions/${id}/document.html`)).body).toContain(
      'Not yet for others.',
    );
    expect((await (await browserOf(scene.test, scene.kenya)).get(`/submissions/${id}`)).body).not.toContain(
      'Not yet for others.',
    );
    expect((await scene.office.api('GET', `/submissions/${id}/document.html?freeze=2`)).status).toBe(404);
  });

  it('shows the logo of the day it was submitted, and until then the one of today', async () => {
    const id = await scene.compiled();
    const svg = (colour: string) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="${colour}"/></svg>`,
      );
    const put = (colour: string) =>
      scene.office.upload(`/api/v1/mechanisms/${MECHANISM}/logo`, {
        ...{ field: 'file', name: 'logo.svg', content: svg(colour) },
      });
    const shown = async () =>
      /src="(data:image\/png[^"]+)"/.exec(
        (await scene.office.api('GET', `/submissions/${id}/document.html`)).body,
      )?.[1];
    expect(await shown()).toBeUndefined();
    await put('#c8102e');
    const first = await shown();
    expect(first).toBeDefined();
    await put('#0033a0');
    const second = await shown();
    expect(second).not.toBe(first);
    for (const move of ['circulation', 'clearance', 'freeze'])
      await scene.office.api('POST', `/submissions/${id}/${move}`);
    await scene.office.api('DELETE', `/mechanisms/${MECHANISM}/logo`);
    expect(await shown()).toBe(second);
  });

  it('cannot be begun with nothing compiled, nor moved by who may only read', async () => {
    const id = await scene.open();
    expect((await scene.office.api('POST', `/submissions/${id}/circulation`)).status).toBe(409);
    await scene.test.get(SubmissionsService).compile(id);
    await scene.office.api('POST', `/submissions/${id}/circulation`);
    expect((await chair.api('POST', `/submissions/${id}/clearance`)).status).toBe(403);
    expect((await partner.api('POST', `/submissions/${id}/clearance`)).status).toBe(403);
    // The secretariat of another mechanism does not learn that it exists.
    const stranger = await programOf(scene.test, await newPerson(scene.test, ['secretariat', 'rabat']));
    expect((await stranger.api('POST', `/submissions/${id}/clearance`)).status).toBe(404);
    expect((await stranger.api('GET', `/submissions/${id}/document.json`)).status).toBe(404);
    expect((await stranger.api('GET', `/mechanisms/${MECHANISM}/submissions`)).status).toBe(403);
    expect(
      (
        await stranger.api('POST', `/mechanisms/${MECHANISM}/submissions`, {
          cycleId: 'regional-1',
          language: 'en',
          title: 'x',
        })
      ).status,
    ).toBe(403);
  });

  it('lets one of two who freeze at the same moment win', async () => {
    const id = await scene.compiled();
    await scene.office.api('POST', `/submissions/${id}/circulation`);
    await scene.office.api('POST', `/submissions/${id}/clearance`);
    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.office.api('POST', `/submissions/${id}/freeze`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is written into the history, without any text', async () => {
    const events = await scene.test.get(UnitOfWork).read.findBy(AuditEvent, { subjectKind: 'submission' });
    expect(new Set(events.map(({ action }) => action))).toEqual(
      new Set(
        ['open', 'compile', 'edit', 'circulate', 'clear', 'freeze', 'recall', 'revise'].map(
          (verb) => `submission.${verb}`,
        ),
      ),
    );
    expect(JSON.stringify(events)).not.toMatch(/Officers|Our own|Shared work|Not yet/);
  });
});

describe('a page or file', () => {
  it('holds nothing for who reads it first: the reader is asked about access before anything is compiled', async () => {
    const id = await scene.compiled();
    await scene.report('After compiling.', scene.items[0]!);
    const before = await scene.row(id);
    expect((await delegation.api('GET', `/submissions/${id}`)).status).toBe(404);
    expect((await scene.row(id)).compiledHash).toBe(before.compiledHash);
    await scene.test.get(SubmissionQueryService).find(scene.secretariat.actor, id);
    await scene.queue.drain();
    expect((await scene.row(id)).compiledHash).not.toBe(before.compiledHash);
  });
});
