import { parse } from 'node-html-parser';
import type { Client } from '../support/client.js';

/** So many pages of one kind are looked at for links: others of it lead to the same kinds. */
const OF_A_KIND = 8;

/** The kind of page an address leads to: its route, those without parameters first. */
export function kindOf(address: string, routes: readonly string[]): string | null {
  const parts = address.split(/[?#]/)[0]!.split('/');
  const fits = (route: string) => {
    const own = route.split('/');
    return (
      own.length === parts.length && own.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  };
  const params = (route: string) => route.split(':').length;
  return routes.filter(fits).sort((a, b) => params(a) - params(b))[0] ?? null;
}

/** How many presses of links lead from a page, somebody's first one, to each kind of page; at most so many. */
export async function pressesTo(
  browser: Client,
  routes: readonly string[],
  { from = '/', most }: { from?: string; most: number },
): Promise<Map<string, number>> {
  const presses = new Map<string, number>();
  const looked = new Map<string, number>();
  const known = new Set<string>();
  let next = [from];
  for (let pressed = 0; next.length > 0 && pressed <= most; pressed += 1) {
    const found: string[] = [];
    for (const address of next) {
      const kind = kindOf(address, routes);
      if (!kind) continue;
      const reached = (one: string) => presses.has(one) || presses.set(one, pressed);
      reached(kind);
      const before = looked.get(kind) ?? 0;
      if (before >= OF_A_KIND || pressed === most) continue;
      looked.set(kind, before + 1);
      const { at, links } = await linksOf(browser, address);
      reached(kindOf(at, routes) ?? kind);
      for (const link of links) {
        if (known.has(link)) continue;
        known.add(link);
        found.push(link);
      }
    }
    next = found;
  }
  return presses;
}

/** Where a page leads by links, in the order they stand; a redirect is followed as a browser does. */
async function linksOf(browser: Client, address: string): Promise<{ at: string; links: string[] }> {
  const answer = await browser.get(address);
  const { location } = answer.headers;
  const page = location ? await browser.get(location) : answer;
  const body = parse(page.body);
  const links = [
    ...body.querySelectorAll('a[href]').map((link) => link.getAttribute('href')!),
    // What is typed into a field of the frame is looked for with one press.
    ...body.querySelectorAll('form[method=get]').map((form) => form.getAttribute('action')!),
  ]
    .filter((href) => href.startsWith('/'))
    .map((href) => href.split('#')[0]!);
  return { at: location ?? address, links };
}
