import type { Actor } from '../../../src/platform/http/actor.js';
import { isOnlyBy, type Writer, withWriters, writerOf } from '../../../src/progress/entries/writers.js';

const account: Writer = { way: 'account', accountId: 'a', name: 'Aïda' };
const behalf: Writer = { way: 'behalf', accountId: 's', name: 'Sam' };
const through = (id: string, name: string): Writer => ({
  way: 'link',
  accountId: null,
  name,
  link: { id, of: 'Aïda' },
});
const actor = (fields: Partial<Actor>) =>
  ({ kind: 'person', accountId: 'a', name: 'Aïda', ...fields }) as Actor;
const link = { id: 'l', of: 'Aïda', passedOn: true, showsHistory: false };

describe('who wrote a text, and by which way', () => {
  it.each([
    ['somebody signed in', actor({}), account],
    ['a program with their key', actor({ kind: 'token' }), account],
    ['a colleague', actor({ kind: 'link', accountId: null, name: 'Ana', link }), through('l', 'Ana')],
    [
      'whoever has a copied address',
      actor({ kind: 'link', accountId: null, name: '', link }),
      through('l', ''),
    ],
    [
      'the focal point by the link of their mail',
      actor({ kind: 'link', link: { ...link, passedOn: false } }),
      { ...through('l', 'Aïda'), accountId: 'a' },
    ],
  ])('is kept for %s', (_, who, writer) => expect(writerOf(who)).toEqual(writer));

  it('keeps each once, in the order they came, and few', () => {
    expect(withWriters(null, [account, account])).toEqual([account]);
    expect(withWriters([account], [behalf, account])).toEqual([account, behalf]);
    expect(withWriters([through('l', 'Ana')], [through('m', 'Ana')])).toHaveLength(2);
    const many = Array.from({ length: 60 }, (__, index) => through(String(index), 'x'));
    expect(withWriters(null, many)).toEqual(many.slice(-30));
  });

  it.each([
    ['nobody knows whose', [], false],
    ['one link', [through('l', 'Ana'), through('l', 'Bea')], true],
    ['another link', [through('m', 'Ana')], false],
    ['a link and an account', [through('l', 'Ana'), account], false],
    ['the secretariat', [behalf], false],
  ])('tells whether all of it came by one link: %s', (_, writers, only) =>
    expect(isOnlyBy(writers, 'l')).toBe(only),
  );
});
