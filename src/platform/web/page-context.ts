import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../http/actor.js';
import { formatDay, formatMoment } from '../i18n/dates.js';
import type { Day } from '../i18n/day.js';
import { zoneName } from '../i18n/zones.js';
import type { Notice } from './page.js';
import type { Place, PlaceLook, Places } from './places/places.js';
import type { Translate } from '../i18n/i18n.js';

export interface NavigationItem {
  /** Catalogue key. */
  label: string;
  href: string;
  /** After "g" it leads here. */
  letter?: string;
  shown: (actor: Actor) => boolean;
}

/** What every component of a page may know of the request. */
export interface PageContext {
  actor: Actor;
  language: string;
  direction: 'ltr' | 'rtl';
  zone: string;
  csrf: string;
  /** Path and query of the page. */
  url: string;
  /** Whether that holds a secret: then it goes into no other address. */
  secretAddress: boolean;
  /** Where the forms of this page are opened; empty when that is secret, or not known. */
  formAddress: string;
  /** Under what the browser keeps the words of an account, or of an answer link, until they are saved. */
  keeperOf: (holder: string) => string;
  /** What the browser kept of the form that led here, and may let go of. */
  savedForm: string | null;
  /** The same of a form that was sent and is not taken yet: the next one carries it on. */
  keptForm: string | null;
  navigation: readonly NavigationItem[];
  places: Places;
  /** Where the reader works, and the place whose address this is; named. */
  named: readonly Place[];
  /** How the pages of places look that differ from others, by id. */
  looks: ReadonlyMap<string, PlaceLook>;
  /** What waits for the reader in the sections of this place, by section; on their own pages only. */
  waiting: ReadonlyMap<string, number>;
  assetVersion: string;
  now: Date;
  /** A message left by the form that led here; shown once. */
  notice: Notice | null;
  t: Translate;
  day: (day: Day) => string;
  moment: (moment: Date) => string;
}

/** With days and moments as the reader writes them. */
export const pageContext = (known: Omit<PageContext, 'day' | 'moment'>): PageContext => ({
  ...known,
  day: (day) => formatDay(day, known.language),
  moment: (moment) => {
    const text = formatMoment(moment, known.language, known.zone);
    // Who is signed in chose a zone; nobody else knows whose clock it is.
    return known.actor.kind === 'visitor' ? `${text} (${zoneName(known.zone, known.language)})` : text;
  },
});

export const PageContextHolder = createContext<PageContext | null>(null);

/** The request's context; throws outside a page, which only a programming mistake can cause. */
export function usePage(): PageContext {
  const context = useContext(PageContextHolder);
  if (!context) throw new Error('usePage() outside a rendered page');
  return context;
}
