import { Secret, TOTP } from 'otpauth';
import { Account } from '../../src/accounts/account.entity.js';
import { hashPassword } from '../../src/accounts/secrets.js';
import type { Role } from '../../src/accounts/roles.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { MailboxMail, OutgoingMessage } from '../../src/platform/mail/message.entity.js';
import type { TestApp } from './app.js';
import { Client } from './client.js';
import { browserOf, newAccount, PASSWORD, type Person } from './factories.js';

export { PASSWORD };
export const FACTORS = '/account/second-factor';
export const STEP_MS = 30_000;
const hashed = hashPassword(PASSWORD, { email: 'x@example.org' });

/** Somebody with a password. */
export async function newSigner(
  test: TestApp,
  fields: Partial<Account> = {},
  ...roles: [role: Role, mechanism: string, subject?: string][]
): Promise<Person> {
  return newAccount(test, { passwordHash: await hashed, ...fields }, roles);
}

/** What the app shows, by default now. */
export function codeOf(test: TestApp, key: string, steps = 0): string {
  const timestamp = test.clock.now().getTime() + steps * STEP_MS;
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp });
}

export const keyIn = (body: string) =>
  /<code class="secret"[^>]*>([A-Z2-7 ]+)</.exec(body)![1]!.replaceAll(' ', '');
export const codesIn = (body: string) =>
  [...body.matchAll(/<code>((?:[0-9A-Z]{4}-){5}[0-9A-Z]{4})<\/code>/g)].map(([, code]) => code!);

/** Sets an app up in the pages; answers its key and the recovery codes. */
export async function setUpApp(test: TestApp, browser: Client, password?: string) {
  await browser.post(`${FACTORS}/app`, { current: password });
  const key = keyIn((await browser.get(`${FACTORS}/app`)).body);
  const confirmed = await browser.post(`${FACTORS}/app/confirm`, { code: codeOf(test, key) });
  return { key, codes: codesIn(confirmed.body), confirmed };
}

/** Somebody with a password and an app, whose codes of this moment are used up; and a browser of theirs. */
export async function withApp(test: TestApp, ...roles: [role: Role, mechanism: string, subject?: string][]) {
  const person = await newSigner(test, {}, ...roles);
  const browser = await browserOf(test, person);
  const made = await setUpApp(test, browser);
  test.clock.advance(2 * STEP_MS);
  return { person, browser, ...made };
}

/** A browser after the password. */
export async function afterPassword(test: TestApp, { account }: Person, next?: string): Promise<Client> {
  const client = new Client(test);
  const { email } = account;
  const answer = await client.post('/sign-in', { email, password: PASSWORD, next });
  if (answer.headers.location !== '/sign-in/second-step')
    throw new Error(`led to ${answer.headers.location}`);
  await client.get('/sign-in/second-step');
  return client;
}

/** Subjects of the mails posted to somebody, when they are written. */
export async function mailsTo(test: TestApp, { account }: Person, count: number): Promise<MailboxMail[]> {
  const { read } = test.get(UnitOfWork);
  const done = async () => {
    const posted = await read.findBy(OutgoingMessage, { accountId: account.id });
    return posted.length >= count && posted.every(({ state }) => state === 'sent');
  };
  for (let tries = 0; tries < 100 && !(await done()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return read.find(MailboxMail, { where: { recipient: account.email }, order: { at: 'ASC', id: 'ASC' } });
}
