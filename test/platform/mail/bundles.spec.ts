import { readyOf } from '../../../src/platform/mail/bundles.js';
import type { Letter } from '../../../src/platform/mail/letter.js';
import { together } from '../../../src/platform/mail/together.js';

const NOW = new Date('2027-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const due = (id: string, bundle: string | null, minutes = 3, attempts = 0, accountId = 'amina') => ({
  ...{ id, bundle, attempts, accountId },
  createdAt: ago(minutes),
});

describe('mails that go together leave', () => {
  it.each([
    ['as one, when nothing more has come for a while', [due('1', 'a'), due('2', 'a')], [], ['1']],
    ['not yet, while more are coming', [due('1', 'a')], [{ accountId: 'amina', bundle: 'a' }], []],
    [
      'all the same, when they have waited long',
      [due('1', 'a', 10)],
      [{ accountId: 'amina', bundle: 'a' }],
      ['1'],
    ],
    ['whatever comes for others', [due('1', 'a')], [{ accountId: 'boris', bundle: 'a' }], ['1']],
    ['whatever else comes', [due('1', 'a')], [{ accountId: 'amina', bundle: 'b' }], ['1']],
    ['each for each person', [due('1', 'a'), due('2', 'a', 3, 0, 'boris')], [], ['1', '2']],
    ['once more as they were, when they were tried', [due('1', 'a', 3, 1), due('2', 'a')], [], ['1', '2']],
    ['each by itself, when they go with nothing', [due('1', null), due('2', null)], [], ['1', '2']],
  ])('%s', (_, waiting, later, ready) => {
    expect(readyOf(waiting, later, NOW)).toEqual(ready);
  });
});

describe('several letters as one', () => {
  const news = (title: string, fields: Partial<Letter> = {}): Letter => ({
    subject: `News of ${title}`,
    paragraphs: [`Somebody wrote about ${title}.`],
    action: { label: 'Open', href: `/things/${title}` },
    ...fields,
  });

  it('has a line with its link for each', () => {
    const letter = together([news('one'), news('two'), news('three')]);
    expect(letter).toMatchObject({ subject: 'News of one (+2)', paragraphs: [], action: undefined });
    expect(letter.items!.map(({ title, detail, href }) => [title, detail, href])).toEqual([
      ['News of one', 'Somebody wrote about one.', '/things/one'],
      ['News of two', 'Somebody wrote about two.', '/things/two'],
      ['News of three', 'Somebody wrote about three.', '/things/three'],
    ]);
  });

  it('says once what is said of all', () => {
    const item = (title: string) => [{ title, href: `/steps/${title}`, action: 'Read and decide' }];
    const waits = (title: string) =>
      news(title, { paragraphs: ['It waits.'], items: item(title), action: undefined });
    const letter = together([waits('one'), waits('two')]);
    expect(letter.paragraphs).toEqual(['It waits.']);
    expect(letter.items!.map(({ title, href }) => [title, href])).toEqual([
      ['News of one', '/steps/one'],
      ['News of two', '/steps/two'],
    ]);
  });

  it('is the letter of one where the reader would see no difference', () => {
    expect(together([news('one'), news('one')])).toEqual(news('one'));
  });

  it('keeps the words of each where nothing leads anywhere', () => {
    const letters = ['one', 'two'].map((title) => news(title, { action: undefined }));
    expect(together(letters)).toMatchObject({
      subject: 'News of one (+1)',
      paragraphs: ['Somebody wrote about one.', 'Somebody wrote about two.'],
    });
  });
});
