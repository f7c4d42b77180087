import type { ComponentChildren } from 'preact';
import { directionOf, type TextKey } from '../i18n/i18n.js';
import { keptScript } from './kept/kept-scripts.js';
import type { Notice } from './page.js';
import { type PageContext, usePage } from './page-context.js';
import { HelpLink, type HelpTopic } from './help/help-link.js';
import { BrandMark } from './design/brand.js';
import { PaletteScript } from './palette/palette-script.js';
import { labelOf, type PlaceLook } from './places/places.js';
import { SideNavigation, useWhere } from './places/side-navigation.js';
import { LanguageSwitch } from './language-switch.js';

export interface Crumb {
  label: string;
  href: string;
}

interface LayoutProps {
  title: string;
  /** Shown above the title, from the widest to the nearest. */
  crumbs?: Crumb[];
  /** Buttons and links that act on what the page shows. */
  actions?: ComponentChildren;
  /** Language of the title when it is not the reader's. */
  titleLanguage?: string;
  /** What there is help on beside the title; the first page of a section has that on its section. */
  help?: HelpTopic;
  /** Where somebody who signs in from here goes on; by itself they begin at their first page. */
  signInTo?: string;
  children: ComponentChildren;
}

/** The frame of every page: skip link, navigation by noun, title, notice, content. */
export function Layout({
  title,
  crumbs = [],
  actions,
  titleLanguage,
  help,
  signInTo,
  children,
}: LayoutProps) {
  const page = usePage();
  const { t } = page;
  const where = useWhere(crumbs);
  const trail = trailOf(page, where, crumbs);
  const helpOn = help ?? (isFront(page, where) ? (where.section!.key as HelpTopic) : undefined);
  return (
    <html lang={page.language} dir={page.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' />
        <title>{`${title} · Waymark`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={`/assets/waymark.css?v=${page.assetVersion}`} />
        {where.look?.style && <link rel="stylesheet" href={where.look.style} />}
        {page.savedForm && <meta name="waymark-saved" content={page.savedForm} />}
        <script src="/assets/htmx.min.js" defer />
        <script type="module" src={keptScript(page.language)} />
        <PaletteScript />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('layout.skip')}
        </a>
        <TopBar logo={where.look?.logo} signInTo={signInTo} />
        <div class="frame">
          <SideNavigation where={where}>{page.actor.kind !== 'visitor' && <Own />}</SideNavigation>
          <main id="main" tabIndex={-1}>
            {trail.length > 0 && (
              <nav class="crumbs" aria-label={t('layout.crumbs')}>
                <ol>
                  {trail.map((crumb) => (
                    <li key={crumb.href}>
                      <a href={crumb.href}>
                        <bdi>{crumb.label}</bdi>
                      </a>
                    </li>
                  ))}
                </ol>
              </nav>
            )}
            <div class="heading">
              <h1 lang={titleLanguage}>
                <PageTitle title={title} language={titleLanguage} />
              </h1>
              {helpOn && <HelpLink topic={helpOn} />}
              {actions && <div class="actions">{actions}</div>}
            </div>
            {page.notice && <NoticeBox notice={page.notice} />}
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

/** A title of the other direction keeps its own order, on the side on which the page begins. */
function PageTitle({ title, language }: { title: string; language: string | undefined }) {
  const page = usePage();
  if (!language || directionOf(language) === directionOf(page.language)) return <>{title}</>;
  return <bdi dir={directionOf(language)}>{title}</bdi>;
}

/** Whether this is the page a section begins with: help on it stands beside its title. */
const isFront = ({ url, places }: PageContext, { place, section }: ReturnType<typeof useWhere>): boolean =>
  !!place && !!section && url.split('?')[0] === places.base + place.id + section.path;

/** The crumbs with the section between its place and what is in it; on the section's own page the place says enough. */
function trailOf(
  { t, url, places, actor }: PageContext,
  { place, section }: ReturnType<typeof useWhere>,
  crumbs: readonly Crumb[],
): readonly Crumb[] {
  const named = crumbs.filter(({ label }) => label !== '');
  if (!place || !section) return named;
  const home = { label: place.name, href: places.base + place.id };
  const front = { label: t(labelOf(section, actor, place.id) as TextKey), href: home.href + section.path };
  const own = named.filter(({ href }) => ![home.href, front.href, places.base.slice(0, -1)].includes(href));
  const path = url.split('?')[0];
  if (path === home.href) return [];
  return path === front.href ? [home] : [home, ...(section.path ? [front] : []), ...own];
}

/** What was just done, and the button that takes it back. */
function NoticeBox({ notice: { key, undo } }: { notice: Notice }) {
  const { t } = usePage();
  return (
    <div class="notice" role="status">
      {t(key as TextKey)}{' '}
      {undo && (
        <PostButton
          action={undo.action}
          label={t('press.undo')}
          quiet
          fields={{ ...undo.fields, confirmed: 'on' }}
        />
      )}
    </div>
  );
}

function TopBar({ logo, signInTo }: { logo?: PlaceLook['logo']; signInTo?: string }) {
  const next = signInTo ? `?next=${encodeURIComponent(signInTo)}` : '';
  const { t, actor, url } = usePage();
  return (
    <header class="top">
      <a class="brand" href="/">
        <BrandMark />
        <span class={logo ? 'beside-logo' : undefined}>Waymark</span>
      </a>
      {logo && (
        <img class="place-logo" src={logo.src} width={logo.width} height={logo.height} alt={logo.text} />
      )}
      <button type="button" class="menu-button second" popovertarget="menu">
        {t('layout.menu')}
      </button>
      {actor.kind !== 'visitor' && !url.startsWith('/search') && (
        <a class="to-search" href="/search" aria-label={t('search.title')}>
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
            <path d="M15.5 15.5 21 21M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z" />
          </svg>
        </a>
      )}
      {actor.kind !== 'visitor' && !url.startsWith('/search') && (
        <form action="/search" method="get" class="top-search" role="search">
          <input
            type="search"
            name="q"
            aria-label={t('search.title')}
            placeholder={t('search.title')}
            maxLength={200}
            dir="auto"
          />
        </form>
      )}
      <div class="top-end">
        <LanguageSwitch />
        {actor.kind === 'visitor' ? (
          !url.startsWith('/sign-in') && <a href={`/sign-in${next}`}>{t('layout.signIn')}</a>
        ) : (
          <Own />
        )}
      </div>
    </header>
  );
}

/** One's account, and the way out: in the bar, on a narrow screen at the end of the menu. */
function Own() {
  const { t, actor } = usePage();
  return (
    <div class="own">
      <a href="/account">{actor.name}</a>
      <PostButton action="/sign-out" label={t('layout.signOut')} quiet />
    </div>
  );
}

/** A button that does something: a form of its own, so that only a POST acts. */
export function PostButton(props: {
  action: string;
  label: string;
  quiet?: boolean;
  /** Beside a main button, or where each of several rows has one. */
  second?: boolean;
  danger?: boolean;
  fields?: Record<string, string | number>;
}) {
  const { csrf } = usePage();
  const style = props.danger ? 'danger' : props.quiet ? 'quiet-button' : props.second ? 'second' : undefined;
  return (
    <form method="post" action={props.action} class="inline">
      <input type="hidden" name="_csrf" value={csrf} />
      {Object.entries(props.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class={style}>
        {props.label}
      </button>
    </form>
  );
}
