import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page, type Response } from 'playwright-core';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '../../src/accounts/actor.resolver.js';
import { SignInService } from '../../src/accounts/sign-in.service.js';
import type { TestApp } from '../support/app.js';
import type { Person } from '../support/factories.js';

export const DESK = 1280;
export const PHONE = 390;

/** Compressed, with the style sheet and the script of a first visit. */
const PAGE_BYTES = 60_000;
/** Compressed, what comes on top where passages of documents are written, and is kept for a year. */
const EDITOR_BYTES = 110_000;
const EDITOR = '/assets/editor/';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Rules that are not asked about, each with its reason. None so far. */
const EXCEPTIONS: { rule: string; reason: string }[] = [];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Runs in the page: what the rules find wrong. What is in order is not written out: that would take longer than to look. */
const RUN_AXE = `axe.run(${JSON.stringify({
  runOnly: RULES,
  rules: Object.fromEntries(EXCEPTIONS.map(({ rule }) => [rule, { enabled: false }])),
  resultTypes: ['violations'],
  // The only frame is that of a mail, in which nothing may run.
  iframes: false,
  // No rule that is asked about reads style sheets: to fetch them again takes time.
  preload: { assets: ['media'] },
})}).then(({ violations }) => violations)`;

/** Where browsers find the product. Chromium trusts `localhost` as it does HTTPS, which is how the product is used. */
export const PUBLIC_URL = 'http://waymark.localhost';

/** The one that has no windows to draw takes a fifth less time. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Chromium for a running product: addresses as mails carry them lead to it. */
export function openBrowser(test: TestApp): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? CHROMIUM.find((path) => existsSync(path)) ?? CHROMIUM.at(-1),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--host-resolver-rules=MAP ${new URL(test.config.publicUrl).host}:80 ${new URL(test.url).host}`,
    ],
  });
}

interface WindowOptions {
  language?: string;
  width?: number;
  dark?: boolean;
  /** Off, only what needs no JavaScript works, and the axe rules cannot run. */
  javaScript?: boolean;
}

interface Look {
  /** What the server should have answered. */
  status?: number;
  axe?: boolean;
  widths?: number[];
}

/** A person's browser. Every page that it opens is looked at: see `look`. */
export class Window {
  private problems: string[] = [];
  private document: Response | null = null;
  private readonly assets = new Map<string, number>();
  private readonly weighing: Promise<void>[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly options: WindowOptions,
  ) {
    page.on('pageerror', (error) => this.problems.push(`error in the page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      // The browser's own doing: it left the page, or a download began.
      if (reason !== 'net::ERR_ABORTED') this.problems.push(`failed: ${request.url()} (${reason})`);
    });
    page.on('response', (response) => {
      const request = response.request();
      const leads = response.status() >= 300 && response.status() < 400;
      const own = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (own && !leads) this.document = response;
      if (new URL(response.url()).pathname.startsWith('/assets/')) this.weighing.push(this.weigh(response));
    });
  }

  /** A window of a person who is signed in; of a visitor when none is given. */
  static async of(browser: Browser, test: TestApp, person: Person | null, options: WindowOptions = {}) {
    const url = test.config.publicUrl;
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: options.width ?? DESK, height: 900 },
      javaScriptEnabled: options.javaScript ?? true,
      colorScheme: options.dark ? 'dark' : 'light',
      locale: 'en-GB',
    });
    if (options.language) {
      await context.addCookies([{ name: LANGUAGE_COOKIE, value: options.language, url }]);
    }
    if (person) {
      const from = { address: '127.0.0.1', userAgent: 'test' };
      const value = await test.get(SignInService).open(person.account, from);
      await context.addCookies([{ name: SESSION_COOKIE, value, url }]);
    }
    // Handed to the browser once, which keeps it compiled from page to page: not so when a page is given it to evaluate.
    await context.addInitScript({ content: AXE });
    // A label that is not there is a mistake, not a slow page.
    context.setDefaultTimeout(10_000);
    return new Window(await context.newPage(), context, options);
  }

  async open(address: string, look: Look = {}): Promise<void> {
    await this.page.goto(address);
    await this.look(look);
  }

  /** Presses the button of that name, and looks at the page it leads to. */
  async press(name: string, look: Look = {}): Promise<void> {
    await this.leave(this.page.getByRole('button', { name, exact: true }), look);
  }

  /** Follows the link of that name, and looks at the page it leads to. */
  async follow(name: string | RegExp, look: Look = {}): Promise<void> {
    await this.leave(this.page.getByRole('link', { name, exact: typeof name === 'string' }).first(), look);
  }

  /** Fills in the field of that label; that a label says it is optional need not be given. */
  async type(label: string, text: string): Promise<void> {
    const name = label.replace(/[()]/g, '\\$&');
    await this.page.getByLabel(new RegExp(`^${name}( \\(optional\\))?$`)).fill(text);
  }

  /** The text of the page, as it is read. */
  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /**
   * What holds for every page: the server answered as expected, nothing failed on the way, it is small, nothing
   * sticks out at any width, and the axe rules find nothing.
   */
  async look({ status = 200, axe = true, widths = [] }: Look = {}): Promise<void> {
    const { page } = this;
    await page.evaluate(PICTURES_ARE_THERE);
    const answered = this.document?.status();
    const problems = this.takeProblems(status);
    if (answered !== status) problems.push(`answered ${answered} instead of ${status}`);
    const { page: bytes, editor } = await this.bytes();
    if (bytes > PAGE_BYTES) problems.push(`${bytes} bytes compressed`);
    if (editor > EDITOR_BYTES) problems.push(`${editor} bytes of the editor, compressed`);
    const before = page.viewportSize()!;
    for (const width of [before.width, ...widths]) {
      await page.setViewportSize({ ...before, width });
      const wide = await page.evaluate<string | null>(STICKING_OUT);
      if (wide !== null) problems.push(`sticks out at ${width}: ${wide}`);
    }
    await page.setViewportSize(before);
    if (axe && this.options.javaScript !== false) problems.push(...(await this.axe()));
    if (problems.length > 0) throw new Error(`${page.url()}\n  ${problems.join('\n  ')}`);
  }

  async close(): Promise<void> {
    const problems = this.takeProblems(200);
    await this.context.close();
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }

  private async leave(target: ReturnType<Page['getByRole']>, look: Look): Promise<void> {
    const here = this.page.url();
    try {
      await Promise.all([this.page.waitForEvent('load'), target.click()]);
    } catch (error) {
      throw new Error(`${(error as Error).message}\nat ${here}, which says:\n${await this.text()}`, {
        cause: error,
      });
    }
    await this.look(look);
  }

  /** Chromium writes an answer of 400 and more into the console, also when it is the right one. */
  private takeProblems(status: number): string[] {
    const expected = `console: Failed to load resource: the server responded with a status of ${status} `;
    const problems = this.problems.filter((problem) => status < 400 || !problem.startsWith(expected));
    this.problems = [];
    return problems;
  }

  private async weigh(response: Response): Promise<void> {
    const sizes = await response
      .request()
      .sizes()
      .catch(() => null);
    // The window was closed meanwhile.
    if (!sizes) return;
    const { responseBodySize } = sizes;
    // What comes from the browser's cache is counted as on the first visit.
    if (responseBodySize > 0) this.assets.set(new URL(response.url()).pathname, responseBodySize);
  }

  private async bytes(): Promise<{ page: number; editor: number }> {
    await Promise.all(this.weighing.splice(0));
    const { responseBodySize } = await this.document!.request().sizes();
    const sum = (of: [string, number][]) => of.reduce((all, [, size]) => all + size, 0);
    const assets = [...this.assets];
    return {
      page: responseBodySize + sum(assets.filter(([path]) => !path.startsWith(EDITOR))),
      editor: sum(assets.filter(([path]) => path.startsWith(EDITOR))),
    };
  }

  private async axe(): Promise<string[]> {
    const violations = await this.page.evaluate<Result[]>(RUN_AXE);
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
    );
  }
}

/** Runs in the page: a picture without a text takes no room until it is loaded. One that is broken has what it has. */
const PICTURES_ARE_THERE = `Promise.all(
  [...document.images].filter((image) => image.loading !== 'lazy').map((image) => image.decode().catch(() => null)),
)`;

/** Runs in the page: null, or the outermost thing that makes it scroll sideways. */
const STICKING_OUT = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const rightToLeft = document.documentElement.dir === 'rtl';
  const out = [...document.body.querySelectorAll('*')].find((element) => {
    const { left, right } = element.getBoundingClientRect();
    return rightToLeft ? left < -1 : right > clientWidth + 1;
  });
  return scrollWidth - clientWidth + ' pixels, ' + (out ? out.outerHTML.slice(0, 160) : '');
})()`;

/** Follows the first link to a file of that name; while that is still being made, looks again as somebody without JavaScript does. Answers its path. */
export async function downloaded(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download', { timeout: 60_000 });
  // Where the link is missing, that is the failure to tell.
  download.catch(() => undefined);
  await page.getByRole('link', { name, exact: true }).first().click();
  const begun = await Promise.race([
    download,
    page
      .locator('#making')
      .waitFor()
      .then(() => null),
  ]);
  if (begun) return begun.path();
  const again = setInterval(
    () =>
      void page
        .locator('#making a')
        .click()
        .catch(() => undefined),
    3_000,
  );
  try {
    return await (await download).path();
  } finally {
    clearInterval(again);
  }
}
