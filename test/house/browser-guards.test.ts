import { jest } from '@jest/globals';
import { hashPassword } from '../../src/accounts/secrets.js';
import { Account, RoleGrant } from '../../src/accounts/account.entity.js';
import { Admission, SecondFactorNeededError } from '../../src/platform/http/access.js';
import { ProgressService } from '../../src/progress/entries/progress.service.js';
import { Session } from '../../src/accounts/credential.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SecretAddresses } from '../../src/platform/http/secret-address.js';
import { startApp, type TestApp } from '../support/app.js';
import { browserOf, newAccount, newAdministrator } from '../support/factories.js';
import { routesOf } from '../support/routes.js';

const PASSWORD = 'a long walk by the river';
let test: TestApp;

// As it is reached in earnest; all other tests run as a trial does, over HTTP.
beforeAll(async () => {
  test = await startApp({ env: { PUBLIC_URL: 'https://waymark.test' } });
});
afterAll(() => test.close());

/** As a browser sends it: nothing is added. */
async function send(path: string, headers: Record<string, string> = {}, form?: Record<string, string>) {
  const answer = await fetch(test.url + path, {
    method: form ? 'POST' : 'GET',
    body: form && new URLSearchParams(form),
    redirect: 'manual',
    headers,
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

const cookieIn = (lines: string[], name: string) => lines.find((line) => line.startsWith(`${name}=`));
const pairOf = (line: string | undefined) => line?.split(';')[0] ?? '';
const tokenIn = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)![1]!;
const OWN = { origin: 'https://waymark.test' };

/** A visitor's cookie and token, for a form. */
async function visit(cookie = '') {
  const page = await send('/sign-in', { cookie });
  const own = cookieIn(page.headers.getSetCookie(), '__Host-waymark_csrf');
  return { cookie: [cookie, pairOf(own)].filter(Boolean).join('; '), _csrf: tokenIn(page.body), own };
}

async function signIn(email: string, cookie = '') {
  const { _csrf, ...visitor } = await visit(cookie);
  return send('/sign-in', { ...OWN, cookie: visitor.cookie }, { _csrf, email, password: PASSWORD });
}

async function somebody() {
  const email = `${crypto.randomUUID()}@example.org`;
  await newAccount(test, { email, passwordHash: await hashPassword(PASSWORD, { email }) });
  return email;
}

describe('cookies', () => {
  it('are this host’s alone, over HTTPS alone, and out of the reach of scripts', async () => {
    const signedIn = await signIn(await somebody());
    const [{ own }, language] = [await visit(), await send('/language/fr')];
    const session = cookieIn(signedIn.headers.getSetCookie(), '__Host-waymark_session');
    const chosen = cookieIn(language.headers.getSetCookie(), '__Host-waymark_language');
    for (const line of [own, session, chosen]) {
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toContain('; HttpOnly');
      expect(line).toContain('; Secure');
      expect(line).toContain('; SameSite=Lax');
      expect(line).not.toContain('Domain');
    }
  });

  it.each([
    ['a session', '__Host-waymark_session', 14 * 86_400],
    ['the forms of somebody signed in', '__Host-waymark_csrf', 14 * 86_400],
    ['the form behind an answer link', '__Host-waymark_csrf', 14 * 86_400],
    ['a sign-in between its two steps', '__Host-waymark_second_step', 600],
  ])(
    'of %s live as long as the server knows it: closing a phone’s browser ends nothing',
    async (whose, name, seconds) => {
      const session = pairOf(
        cookieIn((await signIn(await somebody())).headers.getSetCookie(), '__Host-waymark_session'),
      );
      const answers: Record<string, () => Promise<{ headers: Headers }>> = {
        'a session': async () => signIn(await somebody()),
        // Also of one that has it already: it lives as long again.
        'the forms of somebody signed in': () =>
          send('/account', { cookie: `${session}; __Host-waymark_csrf=known` }),
        'the form behind an answer link': () => send('/answer/any'),
        'a sign-in between its two steps': async () => {
          const { _csrf, cookie } = await visit();
          return send('/sign-in/passkey', { ...OWN, cookie }, { _csrf, alone: 'on' });
        },
      };
      const { headers } = await answers[whose]!();
      expect(cookieIn(headers.getSetCookie(), name)).toContain(`; Max-Age=${seconds};`);
    },
  );

  it('without their prefix are nobody’s: a neighbouring site can plant those', async () => {
    const signedIn = await signIn(await somebody());
    const session = pairOf(cookieIn(signedIn.headers.getSetCookie(), '__Host-waymark_session'));
    expect((await send('/account', { cookie: session })).status).toBe(200);
    expect((await send('/account', { cookie: session.replace('__Host-', '') })).status).toBe(303);
  });

  it('name another session after each sign-in, and the one before opens nothing', async () => {
    const email = await somebody();
    const first = await signIn(email);
    const before = pairOf(cookieIn(first.headers.getSetCookie(), '__Host-waymark_session'));
    const page = await send('/account', { cookie: before });
    const csrf = pairOf(cookieIn(page.headers.getSetCookie(), '__Host-waymark_csrf'));
    const second = await send(
      '/sign-in',
      { ...OWN, cookie: `${before}; ${csrf}` },
      { _csrf: tokenIn(page.body), email, password: PASSWORD },
    );
    const after = pairOf(cookieIn(second.headers.getSetCookie(), '__Host-waymark_session'));
    expect(after).not.toBe(before);
    expect((await send('/account', { cookie: after })).status).toBe(200);
    expect((await send('/account', { cookie: before })).status).toBe(303);
  });

  it('are gone after sign-out with all else that was kept, but for the chosen language', async () => {
    const session = pairOf(
      cookieIn((await signIn(await somebody())).headers.getSetCookie(), '__Host-waymark_session'),
    );
    const page = await send('/account', { cookie: session });
    const csrf = pairOf(cookieIn(page.headers.getSetCookie(), '__Host-waymark_csrf'));
    const out = await send(
      '/sign-out',
      { ...OWN, cookie: `${session}; ${csrf}; __Host-waymark_language=fr` },
      { _csrf: tokenIn(page.body) },
    );
    expect(out.status).toBe(303);
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    for (const name of ['__Host-waymark_session', '__Host-waymark_csrf'])
      expect(cookieIn(out.headers.getSetCookie(), name)).toMatch(/=;.*(Max-Age=0|1970)/);
    expect(cookieIn(out.headers.getSetCookie(), '__Host-waymark_language')).toBeUndefined();
    expect((await send('/account', { cookie: session })).status).toBe(303);
  });
});

describe('a form', () => {
  const refused: [string, Record<string, string>][] = [
    ['another site', { origin: 'https://waymark.test.example' }],
    ['another site under our name', { origin: 'https://evil.waymark.test' }],
    ['the same host over HTTP', { origin: 'http://waymark.test' }],
    ['another port', { origin: 'https://waymark.test:8443' }],
    ['nobody who may be known', { origin: 'null' }],
    [
      'nobody, though the browser says that it is our own',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ],
    ['us, though the browser says another site', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['a page elsewhere', { referer: 'https://example.org/https://waymark.test/' }],
    ['no page that is one', { referer: 'about:blank' }],
    ['nowhere', {}],
  ];
  it.each(refused)('from %s is refused, with the right token too', async (_, headers) => {
    const { cookie, _csrf } = await visit();
    const answer = await send('/password', { cookie, ...headers }, { _csrf, email: 'a@example.org' });
    expect(answer.status).toBe(403);
    // Whoever runs it behind another address than it thinks reads what to do.
    expect(answer.body).toContain('set PUBLIC_URL to the address');
  });

  const taken: [string, Record<string, string>][] = [
    ['our own page', OWN],
    ['our own page, in a browser that sends no Origin', { 'sec-fetch-site': 'same-origin' }],
    ['our own page, in an older browser', { referer: 'https://waymark.test/password' }],
  ];
  it.each(taken)('from %s is taken', async (_, headers) => {
    const { cookie, _csrf } = await visit();
    expect((await send('/password', { cookie, ...headers }, { _csrf, email: 'a@example.org' })).status).toBe(
      303,
    );
    expect((await send('/password', { cookie, ...headers }, { email: 'a@example.org' })).status).toBe(403);
  });

  it('to the API with a session is asked the same', async () => {
    const email = await somebody();
    const session = pairOf(cookieIn((await signIn(email)).headers.getSetCookie(), '__Host-waymark_session'));
    const page = await send('/account', { cookie: session });
    const csrf = pairOf(cookieIn(page.headers.getSetCookie(), '__Host-waymark_csrf'));
    const [{ id }] = (await test.get(UnitOfWork).read.find(Session, {
      where: { account: { email } },
    })) as [Session];
    const end = (headers: Record<string, string>) =>
      fetch(`${test.url}/api/v1/account/sessions/${id}`, {
        method: 'DELETE',
        headers: { cookie: `${session}; ${csrf}`, 'x-csrf-token': tokenIn(page.body), ...headers },
      });
    const foreign = await end({ origin: 'https://example.org' });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('urn:waymark:problem:forbidden');
    expect((await end(OWN)).status).toBe(204);
  });
});

describe('what somebody typed into a form that is refused as a whole', () => {
  const TYPED = 'What the ministry did on the coast this year';
  const ID = '0190c0de-0000-7000-8000-00000000000a';

  /** Of somebody with a role, whose page is open. */
  async function openForm(roles: Parameters<typeof newAccount>[2] = [['focal-point', 'khartoum', 'KEN']]) {
    const email = `${crypto.randomUUID()}@example.org`;
    const passwordHash = await hashPassword(PASSWORD, { email });
    const { account } = await newAccount(test, { email, passwordHash }, roles);
    const session = pairOf(cookieIn((await signIn(email)).headers.getSetCookie(), '__Host-waymark_session'));
    const page = await send('/account', { cookie: session });
    const csrf = pairOf(cookieIn(page.headers.getSetCookie(), '__Host-waymark_csrf'));
    const opener = /name="_opener" value="([^"]+)"/.exec(page.body)![1]!;
    return { account, session, csrf, fields: { _csrf: tokenIn(page.body), _opener: opener } };
  }
  type Open = Awaited<ReturnType<typeof openForm>>;
  const endAll = (accountId: string) =>
    test.get(UnitOfWork).run((manager) => manager.delete(Session, { accountId }));
  const entry = (open: Open, more: Record<string, string> = {}) => ({
    ...open.fields,
    _form: `/progress/${ID}/edit`,
    id: ID,
    version: '1',
    items: ID,
    'content.narrative': TYPED,
    periodStart: '2027-01-01',
    periodEnd: '2027-02-01',
    password: 'a secret that was typed too',
    ...more,
  });

  interface Refusal {
    status: number;
    /** Whether sending it again may help. */
    again: boolean;
    send: (open: Open) => ReturnType<typeof send>;
  }
  const REFUSALS: Record<string, Refusal> = {
    'their session has ended': {
      status: 401,
      again: true,
      send: async (open) => {
        await endAll(open.account.id);
        return send('/progress', { ...OWN, cookie: `${open.session}; ${open.csrf}` }, entry(open));
      },
    },
    'they signed in again in another window': {
      status: 403,
      again: true,
      send: async (open) => {
        const again = await signIn(open.account.email);
        const session = pairOf(cookieIn(again.headers.getSetCookie(), '__Host-waymark_session'));
        return send('/progress', { ...OWN, cookie: `${session}; ${open.csrf}` }, entry(open));
      },
    },
    'the browser lost the cookie of its forms': {
      status: 403,
      again: true,
      send: (open) => send('/progress', { ...OWN, cookie: open.session }, entry(open)),
    },
    'their role has ended': {
      status: 403,
      again: false,
      send: async (open) => {
        await test.get(UnitOfWork).run((m) => m.delete(RoleGrant, { accountId: open.account.id }));
        return send('/progress', { ...OWN, cookie: `${open.session}; ${open.csrf}` }, entry(open));
      },
    },
    'a second step is required of them by now': {
      status: 403,
      again: false,
      send: (open) => withAdmission(new SecondFactorNeededError(), open),
    },
    'nobody can be asked who they are': {
      status: 500,
      again: true,
      send: (open) => withAdmission(new Error('no database'), open),
    },
    'the draft is not there any more': {
      status: 404,
      again: false,
      send: (open) => send('/progress', { ...OWN, cookie: `${open.session}; ${open.csrf}` }, entry(open)),
    },
    'the database is away': {
      status: 500,
      again: true,
      send: async (open) => {
        const ask = jest.spyOn(test.get(ProgressService), 'save').mockRejectedValue(new Error('gone'));
        try {
          return await send('/progress', { ...OWN, cookie: `${open.session}; ${open.csrf}` }, entry(open));
        } finally {
          ask.mockRestore();
        }
      },
    },
  };

  async function withAdmission(refused: Error, open: Open) {
    const admit = jest.spyOn(test.get(Admission), 'admit').mockRejectedValue(refused);
    try {
      return await send('/progress', { ...OWN, cookie: `${open.session}; ${open.csrf}` }, entry(open));
    } finally {
      admit.mockRestore();
    }
  }

  it.each(Object.entries(REFUSALS))(
    'is given back when %s, with the way back and without a secret',
    async (_, refusal) => {
      const { status, body } = await refusal.send(await openForm());
      expect(status).toBe(refusal.status);
      expect(body).toContain(`class="kept">${TYPED}</p>`);
      expect(body).not.toContain('a secret that was typed too');
      const back = encodeURIComponent(`/progress/${ID}/edit`);
      expect(body).toContain(status === 401 ? `/sign-in?next=${back}` : `href="/progress/${ID}/edit"`);
      expect(body.includes('Send it again')).toBe(refusal.again);
    },
  );

  it('is sent again with the token of the page that gave it back', async () => {
    const open = await openForm();
    const fields = {
      ...entry(open),
      _form: '/account',
      name: 'Another name of mine',
      language: 'fr',
      zone: 'UTC',
      version: '1',
    };
    await endAll(open.account.id);
    await send('/account', { ...OWN, cookie: `${open.session}; ${open.csrf}` }, fields);
    const session = pairOf(
      cookieIn((await signIn(open.account.email)).headers.getSetCookie(), '__Host-waymark_session'),
    );
    const cookie = `${session}; ${open.csrf}`;
    const given = await send('/account', { ...OWN, cookie }, fields);
    const again = given.body.slice(given.body.indexOf('data-again'));
    const sent = Object.fromEntries(
      [...again.slice(0, again.indexOf('</form>')).matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name, value]) => [name, value],
      ),
    ) as Record<string, string>;
    expect((await send('/account', { ...OWN, cookie }, sent)).status).toBe(303);
    const { name } = await test.get(UnitOfWork).read.findOneByOrFail(Account, { id: open.account.id });
    expect(name).toBe('Another name of mine');
  });

  it('is not sent again in the name of somebody else who signed in meanwhile, but can be copied', async () => {
    const [open, other] = [await openForm(), await openForm()];
    const answer = await send('/progress', { ...OWN, cookie: `${other.session}; ${open.csrf}` }, entry(open));
    expect(answer.body).toContain(TYPED);
    expect(answer.body).not.toContain('Send it again');
  });

  it.each([
    ['another site', { origin: 'https://example.org' }, {}],
    ['nobody who may be known', { origin: 'null' }, {}],
    ['a script, in place of a form', { ...OWN, 'hx-request': 'true' }, {}],
    ['us, but much more than anybody types', OWN, { more: 'x'.repeat(260_000) }],
  ])('is not given back when it comes from %s', async (_, headers, more) => {
    const open = await openForm();
    await endAll(open.account.id);
    const answer = await send('/progress', { ...headers, cookie: open.session }, entry(open, more));
    expect([303, 401]).toContain(answer.status);
    expect(answer.body).not.toContain(TYPED);
  });

  it('leads back through sign-in to the page it came from, when a button was pressed or a file sent', async () => {
    const headers = { ...OWN, referer: 'https://waymark.test/meetings/1?after=2' };
    const pressed = await send('/sign-out', headers, { _csrf: 'x' });
    expect(pressed.headers.get('location')).toBe('/sign-in?next=%2Fmeetings%2F1%3Fafter%3D2');
    const file = await send(
      '/progress/1/evidence/files?_form=%2Fprogress%2F1%2Fevidence',
      {
        ...OWN,
        'content-type': 'multipart/form-data; boundary=x',
      },
      {},
    );
    expect(file.headers.get('location')).toBe('/sign-in?next=%2Fprogress%2F1%2Fevidence');
    for (const referer of [
      'https://example.org/meetings/1',
      'https://waymark.test/answer/secret',
      'about:blank',
    ]) {
      const elsewhere = await send('/sign-out', { ...OWN, referer }, { _csrf: 'x' });
      expect(elsewhere.headers.get('location')).toBe('/sign-in');
    }
  });
});

describe('a request of htmx', () => {
  it.each([
    ['saves as one types, signed out', 'POST', '/progress/autosave', 401],
    [
      'opens a branch of a plan that is not open to them',
      'GET',
      '/plans/0190c0de-0000-7000-8000-00000000000a/branch',
      404,
    ],
    [
      'asks how far compiling is, signed out',
      'GET',
      '/submissions/0190c0de-0000-7000-8000-00000000000a/compilation',
      401,
    ],
    ['saves through a link that was ended', 'POST', '/answer/ended/autosave', 404],
  ])('that %s gets a piece of a page, and never a redirect', async (_, method, path, status) => {
    const { cookie, _csrf } = await visit();
    const headers = { ...OWN, cookie, 'hx-request': 'true' };
    const answer = await send(path, headers, method === 'POST' ? { _csrf } : undefined);
    expect({ status: answer.status, to: answer.headers.get('location') }).toEqual({ status, to: null });
    expect(answer.body).toMatch(/^<p data-reason="[a-z-]+">[^<]+<\/p>$/);
  });

  it('may ask for a token anew, and hears for whom it is', async () => {
    const email = await somebody();
    const session = pairOf(cookieIn((await signIn(email)).headers.getSetCookie(), '__Host-waymark_session'));
    const page = await send('/account', { cookie: session });
    const csrf = pairOf(cookieIn(page.headers.getSetCookie(), '__Host-waymark_csrf'));
    const known = await send('/form-token', { cookie: `${session}; ${csrf}` });
    const { token, person } = JSON.parse(known.body) as { token: string; person: string };
    expect(page.body).toContain(`name="_opener" value="${person}"`);
    const body = { _csrf: token, name: 'Another name', language: 'fr', zone: 'UTC', version: '1' };
    expect((await send('/account', { ...OWN, cookie: `${session}; ${csrf}` }, body)).status).toBe(303);
    expect(JSON.parse((await send('/form-token')).body)).toMatchObject({ person: null });
    expect(known.headers.get('cache-control')).toBe('no-store');
  });
});

describe('the script that keeps what is typed', () => {
  it('is kept by browsers under the address of its own version alone', async () => {
    const own = /\/assets\/kept\/\w+\/en\/kept-forms\.js/.exec((await send('/sign-in')).body)![0];
    const kept = async (path: string) => (await send(path)).headers.get('cache-control');
    expect(await kept(own)).toContain('immutable');
    // A page of the version before or after, while that is put in place.
    expect(await kept(own.replace(/kept\/\w+/, 'kept/0123456789ab'))).toBe('no-store');
  });
});

describe('every route', () => {
  /** What each answer carries, whatever it says. */
  const ALWAYS = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  };
  const ID = '0192f3a4-5b6c-7d8e-9f00-112233445566';

  it('answers with the headers that keep a page to itself, also when it refuses', async () => {
    const client = await browserOf(test, await newAdministrator(test));
    const wrong: unknown[] = [];
    const routes = routesOf(test).filter(({ path }) => !APART.has(path));
    const addresses = [...routes.map(({ method, path }) => ({ method, path })), ...ODD];
    for (const { method, path } of addresses) {
      const address = path.replace(/:format/, 'pdf').replace(/:[A-Za-z]+/g, ID);
      const { headers } = method === 'GET' ? await client.get(address) : await client.post(address);
      const own = /^[/](answer|address|password|calendars|seat-notices|reminders[/]wish)[/]./.test(path);
      const expected = { ...ALWAYS, 'referrer-policy': own ? 'strict-origin' : 'same-origin' };
      const found = Object.fromEntries(Object.keys(expected).map((name) => [name, headers[name]]));
      try {
        expect(found).toEqual(expected);
        expect(headers['permissions-policy']).toContain('camera=()');
        expect(headers['permissions-policy']).toContain('publickey-credentials-get=(self)');
        expect(headers['cache-control']).toBeDefined();
      } catch (error) {
        wrong.push([method, path, String(error)]);
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  /** It would end the walk; a frame that is shut tighter than a page (see the mailbox). */
  const APART = new Set(['/sign-out', '/mailbox/:id/html']);
  const ODD = [
    { method: 'GET', path: '/nothing' },
    { method: 'GET', path: '/answer/a-token/nothing' },
    { method: 'POST', path: '/health' },
  ];

  it('whose address holds a secret is declared so, and so is nothing else', () => {
    const addresses = test.get(SecretAddresses);
    for (const { path } of routesOf(test))
      expect([path, addresses.holds(path)]).toEqual([path, /:(secret|token)\b/.test(path)]);
  });

  it('of them is known however it is written', () => {
    const addresses = test.get(SecretAddresses);
    for (const address of [
      '/answer/x',
      '/%61nswer/x?a=b',
      '/answer%2Fx',
      '/./answer/x',
      '/a/../answer/x',
      '/a\\..\\answer\\x',
      '//answer/x',
      '/a/..//answer/x',
      '/reminders/wish/x/y',
      '/%',
      '/sign-in?next=%2Fanswer%2Fx',
      '/a?next=%2Fsign-in%3Fnext%3D%252Fanswer%252Fx',
    ])
      expect([address, addresses.holds(address)]).toEqual([address, true]);
    for (const address of ['/', '/answers/x', '/password', '/calendars', '/search?q=answer/x'])
      expect([address, addresses.holds(address)]).toEqual([address, false]);
  });
});
