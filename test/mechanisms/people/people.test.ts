import { Account, RoleGrant } from '../../../src/accounts/account.entity.js';
import { PeopleService } from '../../../src/accounts/people.service.js';
import { MechanismsService } from '../../../src/mechanisms/mechanism/mechanisms.service.js';
import { SeatEndings } from '../../../src/accounts/seats/seat-endings.service.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../../src/platform/mail/message.entity.js';
import { Outbox } from '../../../src/platform/mail/outbox.js';
import { startApp, type TestApp } from '../../support/app.js';
import { Client } from '../../support/client.js';
import { invited } from '../../support/invitation.js';
import { browserOf, inPerson, newAccount, newAdministrator, newPerson } from '../../support/factories.js';

let test: TestApp;
let secretariat: Client;

beforeAll(async () => {
  test = await startApp();
  secretariat = await browserOf(test, await newPerson(test, ['secretariat', 'khartoum']));
});
afterAll(() => test.close());

const invitation = (change: Record<string, string> = {}) => ({
  name: 'Amina Example',
  email: 'amina@example.org',
  language: 'en',
  role: 'focal-point',
  state: 'KEN',
  partner: '',
  fromDay: '2027-03-01',
  untilDay: '',
  ...change,
});

const listed = (change: Record<string, string> = {}) => invited(invitation(change));

const grantOf = (email: string) =>
  test.get(UnitOfWork).read.findOneOrFail(RoleGrant, {
    where: { account: { email } },
    relations: { account: true },
    order: { id: 'DESC' },
  });

/** Sends the mail about a role, and answers it; null when there was no reason to send it. */
async function roleMail(grantId: string): Promise<MailboxMail | null> {
  const { read } = test.get(UnitOfWork);
  const message = await read.findOneByOrFail(OutgoingMessage, { subjectId: grantId });
  await test.get(Outbox).send(message.id);
  return read.findOneBy(MailboxMail, { messageId: message.messageId });
}

describe('giving a role', () => {
  it('makes an account and tells the person', async () => {
    const after = await secretariat.submit('/mechanisms/khartoum/people/invite', listed());
    expect(after.body).toContain('The role has been given.');
    expect(after.body).toContain('amina@example.org');
    expect(after.body).toContain('Invited; no password set yet');

    const mail = await roleMail((await grantOf('amina@example.org')).id);
    expect(mail).toMatchObject({
      recipient: 'amina@example.org',
      subject: 'You are now focal point of Kenya in the Khartoum Process',
    });
    expect(mail!.text).toContain('Dear Amina Example,');
    expect(mail!.text).toContain('Taking part is voluntary.');
    expect(mail!.text).toContain('http://waymark.test/password/');
  });

  it('is on record', async () => {
    expect((await secretariat.get('/history/khartoum')).body).toContain('gave a role to amina@example.org');
  });

  it('leaves an account that is there as it is, and writes in its language', async () => {
    const { account } = await newAccount(test, { name: 'Jean Exemple', language: 'fr', passwordHash: 'x' });
    await secretariat.post(
      '/mechanisms/khartoum/people/invite',
      listed({ email: account.email, state: 'DEU' }),
    );
    const grant = await grantOf(account.email);
    expect(grant.account).toMatchObject({ name: 'Jean Exemple', language: 'fr' });
    const mail = await roleMail(grant.id);
    expect(mail!.text).toContain('Allemagne');
    expect(mail!.text).not.toContain('/password/');
  });

  it('that begins later says from when', async () => {
    const later = {
      email: 'later@example.org',
      role: 'partner',
      state: '',
      partner: 'IOM',
      fromDay: '2027-04-01',
      untilDay: '2027-12-31',
    };
    await secretariat.post('/mechanisms/khartoum/people/invite', listed(later));
    const mail = await roleMail((await grantOf(later.email)).id);
    expect(mail!.subject).toBe('Your role in the Khartoum Process from 1 April 2027');
    expect(mail!.text).toContain('Partner (IOM)');
    expect(mail!.text).toContain('The role ends after 31 December 2027.');
  });

  it.each([
    ['secretariat', 'You are now in the secretariat of the Khartoum Process'],
    ['chair', 'You now act for the chair of the Khartoum Process'],
    ['reader', 'You are now a reader in the Khartoum Process'],
  ])('as %s has words of its own', async (role, subject) => {
    const email = `${role}@example.org`;
    await secretariat.post('/mechanisms/khartoum/people/invite', listed({ email, role }));
    expect((await roleMail((await grantOf(email)).id))!.subject).toBe(subject);
  });

  it.each([
    ['no State for a focal point', { state: '' }, 'field-rows-0-state-error'],
    ['a State nobody knows', { state: 'XYZ' }, 'field-rows-0-state-error'],
    ['no organization for a partner', { role: 'partner' }, 'field-rows-0-partner-error'],
    ['no address', { email: 'amina' }, 'field-rows-0-email-error'],
    ['an end before the beginning', { untilDay: '2027-02-01' }, 'field-untilDay-error'],
  ])('refuses %s and keeps what was typed', async (_, change, error) => {
    const answer = await secretariat.post(
      '/mechanisms/khartoum/people/invite',
      listed({ name: 'As Typed', ...change }),
    );
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(`id="${error}"`);
    expect(answer.body).toContain('value="As Typed"');
  });

  const list = '/mechanisms/khartoum/people/invite';
  /** What a form of the page would send next: all its fields as they stand. */
  const fieldsOf = (body: string): Record<string, string> => {
    const text = (html: string) =>
      html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    const inputs = [...body.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)];
    const selects = [...body.matchAll(/<select[^>]* name="([^"]+)".*?<\/select>/gs)];
    const chosen = selects.map((one) => [
      one[1]!,
      /<option value="([^"]*)" selected/.exec(one[0])?.[1] ?? '',
    ]);
    const all = [...inputs.map((one) => [one[1]!, text(one[2]!)] as const), ...chosen];
    return Object.fromEntries(
      all.filter(([name]) => (name.startsWith('rows.') && !name.endsWith('.leave')) || /Day$/.test(name)),
    );
  };

  it('to a list from Excel: looked at and corrected in place, then sent at once', async () => {
    await newAccount(test, { email: 'known@block.example', name: 'Known Elsewhere', passwordHash: 'x' });
    const text = [
      'E-mail\tCountry\tName\tRole\tPost',
      'OMAR@block.example\tDjibouti\tOmar Said\tfocal point\tHead',
      'ana@block.example\tEspagne\tAna Ruiz\t\tClerk',
      'luc@وزارة.مصر\t\tLuc Roy\t\tClerk',
      'known@block.example\tItaly\t\tdeputy\tClerk',
      'amina@example.org\tKEN\tAmina Example\tFP\tClerk',
      'nobody\tItaly\tNobody\t\t',
    ].join('\r\n');
    const looked = await secretariat.post(list, { fromDay: '2027-03-01', text });
    expect(looked.status).toBe(422);
    for (const words of [
      'Nobody was found in 1 line.',
      'Something is missing or wrong in 1 line',
      'This column is not used: Post',
      'Already has this role: nothing is sent.',
      'value="Spain"',
    ])
      expect(looked.body).toContain(words);
    // Whether somebody has an account elsewhere is not told before they are written to.
    expect(looked.body).not.toContain('Known Elsewhere');
    const { read } = test.get(UnitOfWork);
    expect(await read.countBy(Account, { email: 'omar@block.example' })).toBe(0);
    const before = await read.countBy(OutgoingMessage, {});

    const fields = fieldsOf(looked.body);
    const refused = await secretariat.post(list, { ...fields, text: '' });
    expect([refused.status, refused.body.includes('id="field-rows-2-state-error"')]).toEqual([422, true]);
    expect(await read.countBy(OutgoingMessage, {})).toBe(before);
    const complete = { ...fieldsOf(refused.body), 'rows.2.state': 'مصر' };
    const after = await secretariat.submit(list, complete);
    expect(after.body).toContain('Mails have been sent.');
    const languages = await Promise.all(
      ['omar@block.example', 'ana@block.example', 'luc@وزارة.مصر'].map(async (email) => {
        const { account, subject } = await grantOf(email);
        return [account.name, subject, account.language];
      }),
    );
    expect(languages).toEqual([
      ['Omar Said', 'DJI', 'en'],
      ['Ana Ruiz', 'ESP', 'en'],
      ['Luc Roy', 'EGY', 'en'],
    ]);
    expect(await read.countBy(OutgoingMessage, {})).toBe(before + 4);
    expect(await grantOf('known@block.example')).toMatchObject({ deputy: true, subject: 'ITA' });
  });

  it('to a State that has somebody is said to wait before it is sent; who is left out gets nothing', async () => {
    const text = 'Second <second@block.example>\nThird <third@block.example>';
    const looked = await secretariat.post(list, { fromDay: '2027-03-01', of: 'Kenya', text });
    expect(looked.body).toContain('The role has to wait.');
    const after = await secretariat.submit(list, { ...fieldsOf(looked.body), 'rows.1.leave': 'on' });
    expect(after.body).toContain('The role is waiting for confirmation.');
    expect(await test.get(UnitOfWork).read.countBy(Account, { email: 'third@block.example' })).toBe(0);
  });

  it('of several for a State where nobody was: none waits for another, and each reads who else is there', async () => {
    const text = 'First, first@list.example, Togo, focal point\nOther, other@list.example, Togo, deputy';
    const looked = await secretariat.post(list, { fromDay: '2027-03-01', text });
    expect(looked.body).not.toContain('The role has to wait.');
    await secretariat.submit(list, fieldsOf(looked.body));
    const grants = [await grantOf('first@list.example'), await grantOf('other@list.example')];
    const mails = await Promise.all(grants.map(({ id }) => roleMail(id)));
    expect(mails[0]!.text).toContain('Who else represents Togo there: Other.');
    expect(mails[1]!.text).toContain('Who else represents Togo there: First.');
    const { read } = test.get(UnitOfWork);
    expect(await read.countBy(OutgoingMessage, { kind: 'joined', subjectId: grants[1]!.id })).toBe(0);
    // Who comes later waits for them, and they are told.
    const later = await secretariat.post(list, {
      fromDay: '2027-03-01',
      of: 'Togo',
      text: 'L <l@list.example>',
    });
    expect(later.body).toContain('The role has to wait.');
  });

  it('goes to nobody when one of them cannot get it, and says who', async () => {
    await newAccount(test, { email: 'gone@block.example', closedAt: test.clock.now() });
    const text = 'Eva, eva@block.example, Ghana\nGone, gone@block.example, Ghana';
    const looked = await secretariat.post(list, { fromDay: '2027-03-01', text });
    const answer = await secretariat.post(list, fieldsOf(looked.body));
    expect([answer.status, answer.body.includes('id="field-rows-1-email-error"')]).toEqual([422, true]);
    expect(await test.get(UnitOfWork).read.countBy(Account, { email: 'eva@block.example' })).toBe(0);
  });

  it('refuses a role that there is not', async () => {
    const answer = await secretariat.post('/mechanisms/khartoum/people/invite', listed({ role: 'king' }));
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('href="#field-rows-0-role"');
  });
});

describe('the zone of somebody new', () => {
  const zoneOf = async (email: string) =>
    (await test.get(UnitOfWork).read.findOneByOrFail(Account, { email })).zone;
  const invite = (email: string, fields: Record<string, string> = {}) =>
    secretariat.post('/mechanisms/khartoum/people/invite', listed({ email, ...fields }));

  it('is that of the capital of their State', async () => {
    for (const [state, zone] of [
      ['DJI', 'Africa/Djibouti'],
      ['DEU', 'Europe/Berlin'],
      ['USA', 'America/New_York'],
    ] as const) {
      const email = `zone-${state.toLowerCase()}@example.org`;
      await invite(email, { state });
      expect(await zoneOf(email)).toBe(zone);
    }
  });

  it('is that of the mechanism for who speaks for no State; its secretariat is asked for it once', async () => {
    const before = 'before-zone@example.org';
    await invite(before, { role: 'reader' });
    const ask = 'Where does the Khartoum Process work?';
    expect((await secretariat.get('/tasks')).body).toContain(ask);
    const none = await secretariat.post('/mechanisms/khartoum/zone', { zone: '', version: '1' });
    expect([none.status, none.body.includes(ask)]).toEqual([422, true]);
    const { version } = await test.get(MechanismsService).find('khartoum');
    const saved = await secretariat.submit('/mechanisms/khartoum/zone', {
      zone: 'Africa/Khartoum',
      version: String(version),
    });
    expect(saved.body).not.toContain(ask);
    // Who was invited before it was known gets it too; whoever speaks for a State has that State's.
    expect(await zoneOf(before)).toBe('Africa/Khartoum');
    expect(await zoneOf('zone-deu@example.org')).toBe('Europe/Berlin');
    await invite('after-zone@example.org', { role: 'partner', partner: 'An organization' });
    expect(await zoneOf('after-zone@example.org')).toBe('Africa/Khartoum');
  });
});

describe('who was invited and did not come', () => {
  it('stands in the list with the day, and is sent the invitation again once a day, alone or with all others', async () => {
    const email = 'late@example.org';
    await secretariat.post('/mechanisms/khartoum/people/invite', listed({ email, state: 'SOM' }));
    const { id } = await grantOf(email);
    await roleMail(id);
    const { read } = test.get(UnitOfWork);
    const count = () => read.countBy(OutgoingMessage, { subjectId: id });
    const people = '/mechanisms/khartoum/people';
    const shown = (await secretariat.get(`${people}?q=${email}`)).body;
    for (const words of ['Invitation sent', 'Send the invitation again', 'Somalia'])
      expect(shown).toContain(words);
    expect(shown).not.toContain('amina@example.org');
    await secretariat.submit(`${people}/${id}/invitation`);
    await secretariat.submit(`${people}/${id}/invitation`);
    expect(await count()).toBe(2);
    const asked = await secretariat.post(`${people}/invitations`);
    expect(asked.body).toContain('will be sent again');
    expect((await secretariat.post(`${people}/invitations`, { confirmed: 'on' })).status).toBe(303);
    expect(await count()).toBe(2);
    const page = (await secretariat.get(`${people}/${id}`)).body;
    expect(page.split('Invitation to a role').length - 1).toBe(2);
    const came = await newPerson(test, ['reader', 'khartoum']);
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Account, { id: came.account.id }, { passwordHash: 'x' }));
    const other = `${people}/${came.account.grants[0]!.id}/invitation`;
    expect((await secretariat.post(other)).status).toBe(404);
  });

  it('and a delegation with nobody is a gap that leads to an invitation for that State', async () => {
    const page = (await secretariat.get('/mechanisms/khartoum/people')).body;
    expect(page).toContain('/people/invite?of=ERI');
    const form = (await secretariat.get('/mechanisms/khartoum/people/invite?of=ERI')).body;
    expect(form).toContain('value="Eritrea"');
  });
});

describe('the settings of a mechanism', () => {
  it('stand on one page as they are, each with the way to change it', async () => {
    const { body } = await secretariat.get('/mechanisms/khartoum/settings');
    for (const words of [
      'Central Africa Time, Khartoum',
      'Khartoum Process',
      'Not set',
      '/mechanisms/khartoum/terms',
    ])
      expect(body).toContain(words);
  });
});

describe('ending a role', () => {
  it('is explained before it is done', async () => {
    const { id } = await grantOf('amina@example.org');
    const form = await secretariat.get(`/mechanisms/khartoum/people/${id}/end`);
    expect(form.body).toContain('End the role of Amina Example');
    expect(form.body).toContain('Focal point (Kenya)');
    expect(form.body).toContain('What the person wrote stays');
    expect(form.body).toContain('value="2027-03-01"');
  });

  it('refuses a day that is none, and keeps it', async () => {
    const { id } = await grantOf('amina@example.org');
    const answer = await secretariat.post(`/mechanisms/khartoum/people/${id}/end`, { untilDay: 'today' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="today"');
  });

  it('sets the last day and writes history', async () => {
    const { id } = await grantOf('amina@example.org');
    const after = await secretariat.submit(`/mechanisms/khartoum/people/${id}/end`, {
      untilDay: '2027-03-15',
    });
    expect(after.body).toContain('1 March 2027 until 15 March 2027');
    expect((await secretariat.get('/history/khartoum')).body).toContain(
      'set the last day of a role: 15 March 2027',
    );
  });

  it('takes the access away, and the mail that was still to go', async () => {
    const person = await newPerson(test, ['secretariat', 'bali']);
    const browser = await browserOf(test, person);
    expect((await browser.get('/mechanisms/bali/people')).status).toBe(200);
    const { actor } = await newPerson(test, ['secretariat', 'bali']);
    const people = test.get(PeopleService);
    await test.get(SeatEndings).end(actor, person.account.grants[0]!.id, null);
    expect((await browser.get('/mechanisms/bali/people')).status).toBe(403);

    const input = {
      ...invitation({ email: 'gone@example.org' }),
      role: 'reader',
      state: null,
      partner: null,
      fromDay: '2027-01-01',
      untilDay: null,
      contact: null,
    };
    const grant = await people.invite(actor, 'bali', input as never);
    await test.get(SeatEndings).end(actor, grant.id, null);
    expect(await roleMail(grant.id)).toBeNull();
  });

  it('and a closed account: no mail goes out', async () => {
    await secretariat.post(
      '/mechanisms/khartoum/people/invite',
      listed({ email: 'closed@example.org', state: 'UGA' }),
    );
    const { id, accountId } = await grantOf('closed@example.org');
    await test
      .get(UnitOfWork)
      .run((manager) => manager.update(Account, { id: accountId }, { closedAt: test.clock.now() }));
    expect(await roleMail(id)).toBeNull();
  });
});

describe('the people of a mechanism', () => {
  it('are seen by its secretariat and administrators only', async () => {
    const administrator = await browserOf(test, await newAdministrator(test));
    expect((await administrator.get('/mechanisms/khartoum/people')).status).toBe(200);
    const others = await newPerson(test, ['focal-point', 'khartoum', 'SDN'], ['secretariat', 'rabat']);
    const browser = await browserOf(test, others);
    expect((await browser.get('/mechanisms/khartoum/people')).status).toBe(403);
    expect((await browser.post('/mechanisms/khartoum/people/invite', listed())).status).toBe(403);
    // A role elsewhere is not reached through a mechanism of one's own.
    const { id } = await grantOf('amina@example.org');
    expect((await browser.get(`/mechanisms/rabat/people/${id}/end`)).status).toBe(404);
    expect(
      (await browser.post(`/mechanisms/rabat/people/${id}/end`, { untilDay: '2027-03-01' })).status,
    ).toBe(403);
    expect((await new Client(test).get('/mechanisms/khartoum/people')).status).toBe(303);
  });

  it('are in the API', async () => {
    const program = inPerson(test, await newPerson(test, ['secretariat', 'colombo']));
    const invited = await program.api(
      'POST',
      '/mechanisms/colombo/people',
      invitation({ email: 'api@example.org', state: 'NPL' }),
    );
    expect(invited.status).toBe(201);
    const grant = invited.json<{ id: string }>();
    expect(grant).toEqual({
      id: grant.id,
      mechanismId: 'colombo',
      deputy: false,
      role: 'focal-point',
      subject: 'NPL',
      fromDay: '2027-03-01',
      untilDay: null,
      standing: 'held',
      endedAt: null,
    });
    const { items } = (await program.api('GET', '/mechanisms/colombo/people')).json<{
      items: { person: object }[];
    }>();
    expect(items.map((one) => one.person)).toContainEqual(
      expect.objectContaining({ email: 'api@example.org' }),
    );
    expect(JSON.stringify(items)).not.toContain('passwordHash');

    const ended = await program.api('POST', `/people/${grant.id}/end`, { untilDay: '2027-06-30' });
    expect(ended.status).toBe(200);
    expect(ended.json()).toMatchObject({ untilDay: '2027-06-30' });
    expect((await program.api('POST', `/people/${grant.id}/end`, {})).status).toBe(422);
    expect((await program.api('POST', '/mechanisms/colombo/people', {})).status).toBe(422);

    const stranger = inPerson(test, await newPerson(test, ['secretariat', 'rabat']));
    expect((await stranger.api('POST', `/people/${grant.id}/end`, { untilDay: '2027-06-30' })).status).toBe(
      404,
    );
    expect((await stranger.api('GET', '/mechanisms/colombo/people')).status).toBe(403);
  });
});
