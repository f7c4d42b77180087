import type { ComponentChildren } from 'preact';
import type { TextKey } from '../../i18n/i18n.js';
import { usePage } from '../page-context.js';
import { labelOf, placeOf, sectionAt } from './places.js';

/** Where the page is: in which place, in which of its sections. */
export function useWhere(crumbs: readonly { label: string; href: string }[]) {
  const { actor, url, places, named, looks } = usePage();
  const at = placeOf(places, url, crumbs);
  const own = new Set(actor.grants.map(({ scope }) => scope));
  const mine = named.filter(({ id }) => own.has(id));
  // Who works in one place has its sections beside every page.
  const id = at ?? (mine.length === 1 ? mine[0]!.id : null);
  const crumb = crumbs.find(({ href }) => href === places.base + id);
  const name = named.find((one) => one.id === id)?.name ?? crumb?.label;
  return {
    mine,
    place: id && name ? { id, name } : null,
    look: id ? looks.get(id) : undefined,
    section: at === null ? null : sectionAt(places, url, at),
  };
}
type Where = ReturnType<typeof useWhere>;

/**
 * The sections of the place that the reader works in or looks at, a way to their other places, and what is everywhere.
 * On a narrow screen it opens over the page (`popover`, without a script).
 */
export function SideNavigation({ where, children }: { where: Where; children?: ComponentChildren }) {
  const { t } = usePage();
  return (
    <nav class="side" id="menu" popover="auto" aria-label={t('layout.navigation')}>
      {where.place && <PlaceSections {...where} place={where.place} />}
      <OtherPlaces {...where} />
      <Everywhere inPlace={where.section !== null} />
      {children}
    </nav>
  );
}

function PlaceSections({ place, section }: Where & { place: NonNullable<Where['place']> }) {
  const { t, actor, places, url, waiting } = usePage();
  const home = places.base + place.id;
  const path = url.split('?')[0]!;
  return (
    <>
      <p class="place">
        <a href={home}>
          <bdi>{place.name}</bdi>
        </a>
      </p>
      <ul>
        {places.sections
          .filter(({ shown }) => shown(actor, place.id))
          .map((one) => {
            const { key, path: own, letter } = one;
            const count = waiting.get(key);
            const current = section?.key !== key ? undefined : path === home + own ? 'page' : 'true';
            return (
              <li key={key}>
                <a href={home + own} aria-current={current} data-section={key} data-go={letter}>
                  {t(labelOf(one, actor, place.id) as TextKey)}
                  {count !== undefined && (
                    <span class="count">
                      <span class="hidden">{`${t('section.waiting')} `}</span>
                      {count}
                    </span>
                  )}
                </a>
              </li>
            );
          })}
      </ul>
    </>
  );
}

function OtherPlaces({ mine, place }: Where) {
  const { t, places } = usePage();
  const others = mine.filter(({ id }) => id !== place?.id);
  if (others.length === 0) return null;
  return (
    <details class="switch" open={!place}>
      <summary>{t(place ? 'section.switch' : 'section.own')}</summary>
      <ul>
        {others.map(({ id, name }) => (
          <li key={id}>
            <a href={places.base + id}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Everywhere({ inPlace }: { inPlace: boolean }) {
  const { t, actor, navigation, url } = usePage();
  const path = url.split('?')[0]!;
  const items = navigation.filter((item) => item.shown(actor));
  const current = items
    .filter((item) => path === item.href || (!inPlace && path.startsWith(`${item.href}/`)))
    .at(-1);
  return (
    <ul class="everywhere">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            data-go={item.letter}
            aria-current={item !== current ? undefined : path === item.href ? 'page' : 'true'}
          >
            {t(item.label as TextKey)}
          </a>
        </li>
      ))}
    </ul>
  );
}
