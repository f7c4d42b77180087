import { gzipSync } from 'node:zlib';
import { listedOn, mapVersion } from '../../../src/mechanisms/map/listed-on.js';
import { type Listed, membershipMap } from '../../../src/mechanisms/map/membership-map.js';
import { OUTLINES } from '../../../src/mechanisms/map/outlines.data.js';
import type { Membership, MembershipKind } from '../../../src/mechanisms/mechanism/mechanism.entity.js';
import { registry } from '../../../src/mechanisms/registry/registry.data.js';

const listed = (members: string[], observers: string[] = []): Listed =>
  new Map([
    ...observers.map((code) => [code, 'observer'] as const),
    ...members.map((code) => [code, 'member'] as const),
  ]);
const pathOf = (code: string) => OUTLINES[code]![1];
/** In which fill the outline of an area stands; undefined where it is outside the picture. */
const fillOf = (svg: string, code: string) =>
  [...svg.matchAll(/<path d="([^"]+)" fill="([^"]+)"/g)].find(([, d]) => d!.includes(pathOf(code)))?.[2];

describe('the map of a membership', () => {
  const svg = membershipMap(listed(['KEN', 'MAR'], ['EGY', 'CHN']), 'light')!;

  it.each([
    ['a member', 'KEN', '#0b5d66'],
    ['an observer', 'EGY', 'url(#o)'],
    ['an area that the United Nations show with one', 'TWN', 'url(#o)'],
    ['a State that is in neither list', 'SDN', '#dcdcd6'],
    ['a territory on whose sovereignty it says nothing', 'ESH', '#dcdcd6'],
  ])('draws %s', (_, code, fill) => expect(fillOf(svg, code)).toBe(fill));

  it('shows an area in the list in which it stands by itself', () =>
    expect(fillOf(membershipMap(listed(['CHN'], ['TWN']), 'light')!, 'TWN')).toBe('url(#o)'));

  it('marks what is too small to be seen with a dot', () => {
    const islands = membershipMap(listed(['FJI', 'TON', 'AUS'], ['NRU']), 'dark')!;
    expect(islands.match(/<circle/g)).toHaveLength(3);
  });

  it('draws no boundaries, names nobody, and is none where nobody is known', () => {
    expect(svg).not.toMatch(/<text|<title|<line|KEN|Kenya|style=|<script/);
    expect(membershipMap(listed([]), 'light')).toBeNull();
    expect(membershipMap(listed(['XXX']), 'light')).toBeNull();
  });

  it.each(
    registry.map(({ id, members, observers }) => ({
      id,
      members: members ?? [],
      observers: observers ?? [],
    })),
  )('of $id weighs no more than a page may', ({ members, observers }) => {
    const codes = (list: readonly (string | { state: string })[]) =>
      list.map((one) => (typeof one === 'string' ? one : one.state));
    const drawn = membershipMap(listed(codes(members), codes(observers)), 'light') ?? '';
    expect(gzipSync(drawn).length).toBeLessThan(16_500);
  });

  it('changes its address with who is in it; who has left is not', () => {
    const one = (stateCode: string, kind: MembershipKind, untilDay: string | null = null) =>
      ({ stateCode, kind, untilDay }) as Membership;
    const rows = [one('KEN', 'observer'), one('KEN', 'member'), one('EGY', 'member', '2020-01-01')];
    const now = listedOn(rows, '2027-01-01');
    expect([...now]).toEqual([['KEN', 'member']]);
    expect(mapVersion(now)).not.toBe(mapVersion(listedOn(rows, '2019-01-01')));
  });
});
