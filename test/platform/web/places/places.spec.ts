import { places } from '../../../../src/sections.data.js';
import { frontOf, placeOf, sectionAt } from '../../../../src/platform/web/places/places.js';

const crumbs = [{ href: '/mechanisms' }, { href: '/mechanisms/rabat' }];

describe('where a page is', () => {
  it.each([
    ['/mechanisms/rabat', [], 'rabat', 'overview'],
    ['/mechanisms/rabat?x=/mechanisms/puebla', [], 'rabat', 'overview'],
    ['/mechanisms/rabat/plans/new', [], 'rabat', 'plan'],
    ['/mechanisms/rabat/board/items?objective=9', [], 'rabat', 'plan'],
    ['/mechanisms/rabat/rounds', [], 'rabat', 'calls'],
    ['/mechanisms/rabat/terms/1/end', [], 'rabat', 'settings'],
    ['/items/0190', crumbs, 'rabat', 'plan'],
    ['/progress/0190/edit', crumbs, 'rabat', 'progress'],
    ['/support/0190', crumbs, 'rabat', 'practices'],
    ['/history/rabat', crumbs, 'rabat', 'settings'],
    ['/framework/objectives/9', [], null, null],
    ['/mechanisms', [], null, null],
    ['/items/0190', [], null, null],
  ] as const)('%s', (url, leading, place, section) => {
    const found = placeOf(places, url, leading);
    expect(found).toBe(place);
    expect(found && sectionAt(places, url, found)?.key).toBe(section);
  });

  it.each([
    ['/mechanisms/rabat', 'rabat'],
    ['/mechanisms/rabat/progress?state=submitted', 'rabat'],
    ['/mechanisms/rabat/progress/new', null],
    ['/mechanisms/rabat/edit', null],
    ['/plans/0190', null],
  ])('counts are asked for on the pages of sections alone: %s', (url, place) => {
    expect(frontOf(places, url)).toBe(place);
  });
});
