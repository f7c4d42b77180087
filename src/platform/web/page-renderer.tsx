import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { render } from 'preact-render-to-string';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { type Actor, ActorResolver } from '../http/actor.js';
import { Cookies } from '../http/cookies.js';
import { Csrf } from '../http/csrf.js';
import { SecretAddresses } from '../http/secret-address.js';
import { directionOf, translator } from '../i18n/i18n.js';
import { Keeper } from './kept/keeper.js';
import { keptId, openedAt } from './kept/sent-form.js';
import { Fragment, type Notice, Page, Redirect } from './page.js';
import { type NavigationItem, pageContext, PageContextHolder } from './page-context.js';
import { frontOf, type Place, type PlaceLook, PlaceNames, placeOf, type Places } from './places/places.js';
import { SectionCounts } from './places/section-counts.js';
import { STYLE_VERSION } from './styles/style-sheet.js';

export const NAVIGATION = Symbol('navigation');
export const PLACES = Symbol('places');

/** What the frame says of the places of a page. */
interface Frame {
  named: readonly Place[];
  looks: ReadonlyMap<string, PlaceLook>;
  waiting: ReadonlyMap<string, number>;
}
const NO_FRAME: Frame = { named: [], looks: new Map(), waiting: new Map() };

const NOTICE_COOKIE = 'waymark_notice';
/** Of the form that was saved: what the browser kept of it until then. */
const SAVED_COOKIE = 'waymark_saved';

/** Turns what a handler returned into a response. */
@Injectable()
export class PageRenderer {
  constructor(
    @Inject(NAVIGATION) private readonly navigation: readonly NavigationItem[],
    private readonly clock: Clock,
    private readonly csrf: Csrf,
    private readonly cookies: Cookies,
    private readonly addresses: SecretAddresses,
    private readonly resolver: ActorResolver,
    private readonly keeper: Keeper,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PLACES) private readonly places: Places,
    private readonly placeNames: PlaceNames,
    private readonly counts: SectionCounts,
  ) {}

  async send(
    result: Page | Redirect | Fragment,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    if (result instanceof Redirect) {
      if (result.notice) this.setNotice(reply, { key: result.notice, undo: result.undo });
      const saved = result.saves ? keptId(request) : null;
      if (saved) this.cookies.set(reply, SAVED_COOKIE, saved, 600);
      void reply.status(303).header('location', result.to);
      return '';
    }
    const actor = (request.actor ??= await this.resolver.resolve(request));
    const { content } = result;
    const frame = result instanceof Page ? await this.frame(actor, request.url, result.status) : NO_FRAME;
    const body =
      typeof content === 'string' ? content : this.render(result, content, actor, frame, request, reply);
    void reply
      .status(result.status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store');
    return result instanceof Page ? `<!doctype html>${body}` : body;
  }

  private render(
    result: Page | Fragment,
    content: Page['content'],
    actor: Actor,
    frame: Frame,
    request: FastifyRequest,
    reply: FastifyReply,
  ): string {
    const kept = request.method === 'GET' ? null : keptId(request);
    const saves = result instanceof Page && result.saves;
    const context = pageContext({
      actor,
      language: actor.language,
      direction: directionOf(actor.language),
      zone: actor.zone,
      csrf: this.csrf.token(request, reply),
      url: request.url,
      secretAddress: this.addresses.holds(request.url),
      formAddress: this.formAddress(request),
      keeperOf: (holder) => this.keeper.of(holder),
      savedForm: saves ? kept : this.take(request, reply, SAVED_COOKIE),
      keptForm: saves ? null : kept,
      navigation: this.navigation,
      places: this.places,
      ...frame,
      assetVersion: STYLE_VERSION,
      now: this.clock.now(),
      notice: readNotice(this.take(request, reply, NOTICE_COOKIE)),
      t: translator(actor.language),
    });
    return render(<PageContextHolder.Provider value={context}>{content}</PageContextHolder.Provider>);
  }

  /** Counts are worth a statement where somebody comes to look: on the sections' own pages. */
  private async frame(actor: Actor, url: string, status: number): Promise<Frame> {
    // An error page is drawn without the database, which may be what failed.
    if (status >= 500) return NO_FRAME;
    const looks = await this.placeNames.looks(actor.language);
    // A page that anybody opens with its link says nothing of where the one who is signed in here works.
    if (this.addresses.holds(url)) return { ...NO_FRAME, looks };
    const own = [...new Set(actor.grants.map(({ scope }) => scope))];
    const here = placeOf(this.places, url, []);
    const front = frontOf(this.places, url);
    const ids = here && !own.includes(here) ? [...own, here] : own;
    const [named, waiting] = await Promise.all([
      ids.length > 0 ? this.placeNames.named(ids, actor.language) : NO_FRAME.named,
      front && status < 400 && own.includes(front) ? this.counts.of(actor, front) : NO_FRAME.waiting,
    ]);
    return { named, looks, waiting };
  }

  private formAddress(request: FastifyRequest): string {
    const address =
      request.method === 'GET' ? request.url : openedAt(request, this.addresses, this.config.publicUrl);
    return this.addresses.leadingBack(address) ?? '';
  }

  /** What the form before left for the page it leads to; it is told once. */
  private take(request: FastifyRequest, reply: FastifyReply, cookie: string): string | null {
    const value = this.cookies.get(request, cookie);
    if (!value || request.method !== 'GET') return null;
    this.cookies.clear(reply, cookie);
    return value;
  }

  private setNotice(reply: FastifyReply, notice: Notice): void {
    this.cookies.set(reply, NOTICE_COOKIE, JSON.stringify(notice), 60);
  }
}

/** Null for what this product did not write; a button leads to nowhere else than to an address here. */
function readNotice(text: string | null): Notice | null {
  if (text === null) return null;
  try {
    const { key, undo } = JSON.parse(text) as Notice;
    return { key: String(key), undo: undo && /^\/[a-z]/.test(undo.action) ? undo : undefined };
  } catch {
    return null;
  }
}
