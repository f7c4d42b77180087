import type { Browser, CDPSession } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';
import { codeOf, FACTORS, keyIn, newSigner, PASSWORD, STEP_MS, withApp } from '../support/second-factor.js';
import { DESK, openBrowser, PHONE, PUBLIC_URL, Window } from './support.js';

let test: TestApp;
let browser: Browser;
beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL } });
  browser = await openBrowser(test);
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

/** Gives a window a device for passkeys, as Chromium makes one for tests. */
async function withDevice({ page }: Window): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

async function typePassword(window: Window, { account }: Person): Promise<void> {
  await window.open('/sign-in');
  await window.type('E-mail address', account.email);
  await window.type('Password', PASSWORD);
}

describe('a passkey', () => {
  it('is made by the browser, signs in alone and as the second step, and no other opens anything', async () => {
    const person = await newSigner(test);
    const window = await Window.of(browser, test, person);
    const { page } = window;
    const { cdp, authenticatorId } = await withDevice(window);
    await window.open(`${FACTORS}/passkeys/new`);
    await window.type('Name', 'Laptop');
    await window.press('Continue', { widths: [PHONE] });
    await window.press('Create the passkey', { widths: [PHONE] });
    expect(await window.text()).toContain('Recovery codes');
    await window.follow('I have kept them', { widths: [PHONE] });
    expect(await window.text()).toContain('Laptop');

    const arrives = () => page.waitForURL((url) => url.pathname === '/tasks');
    await window.press('Sign out');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await arrives();
    await window.press('Sign out');
    await typePassword(window, person);
    await window.press('Sign in', { widths: [PHONE] });
    expect(await window.text()).toContain('Now use your passkey');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await arrives();

    // A device that cannot make sure who holds it does not stand for both steps.
    await window.press('Sign out');
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('The browser gave no passkey').waitFor();
    await window.look({ widths: [PHONE] });
    await window.close();
  });
});

describe('without JavaScript', () => {
  it('an app is set up, and its codes and recovery codes sign in', async () => {
    const person = await newSigner(test);
    const window = await Window.of(browser, test, person, { javaScript: false });
    await window.open('/account');
    await window.follow('Set up a second step', { widths: [PHONE] });
    await window.follow('Set up an authenticator app', { widths: [PHONE] });
    await window.press('Show the key', { widths: [PHONE] });
    const key = keyIn(await window.page.content());
    await window.type('Six-digit code', codeOf(test, key));
    await window.press('Confirm', { widths: [PHONE] });
    const codes = await window.page.locator('.recovery-codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await window.follow('I have kept them');
    test.clock.advance(STEP_MS);
    await window.press('Sign out');
    await typePassword(window, person);
    await window.press('Sign in', { widths: [PHONE] });
    const field = window.page.getByLabel('Six-digit code');
    expect([await field.getAttribute('autocomplete'), await field.getAttribute('inputmode')]).toEqual([
      'one-time-code',
      'numeric',
    ]);
    await window.type('Six-digit code', '000000');
    await window.press('Sign in', { status: 422 });
    await window.type('Six-digit code', codeOf(test, key));
    await window.press('Sign in');
    expect(new URL(window.page.url()).pathname).toBe('/tasks');
    await window.press('Sign out');
    await typePassword(window, person);
    await window.press('Sign in');
    await window.follow('Use a recovery code', { widths: [PHONE] });
    await window.type('Recovery code', codes[4]!.toLowerCase());
    await window.press('Sign in');
    expect(new URL(window.page.url()).pathname).toBe('/tasks');
    await window.close();
  });
});

it.each([
  ['en', DESK],
  ['ar', PHONE],
])('the pages of each step are in order (%s)', async (language, width) => {
  const { person } = await withApp(test);
  const other = width === DESK ? PHONE : DESK;
  const visitor = await Window.of(browser, test, null, { language, width });
  await visitor.open('/sign-in', { widths: [other] });
  await visitor.page.locator('[name=email]').fill(person.account.email);
  await visitor.page.locator('[name=password]').fill(PASSWORD);
  await visitor.page.locator('[name=password]').press('Enter');
  await visitor.page.waitForURL('**/sign-in/second-step');
  await visitor.look({ widths: [other] });
  await visitor.page.locator('[name=code]').fill('1');
  await visitor.page.locator('[name=code]').press('Enter');
  await visitor.page.locator('.errors').waitFor();
  await visitor.look({ status: 422, widths: [other] });
  await visitor.open('/sign-in/second-step?by=recovery', { widths: [other] });
  await visitor.close();

  const window = await Window.of(browser, test, person, { language, width });
  for (const path of ['app', 'recovery-codes']) {
    await window.open(`${FACTORS}/${path}`);
    await Promise.all([window.page.waitForEvent('load'), window.page.locator('main form button').click()]);
    await window.look({ widths: [other] });
  }
  await window.close();
});
