import { giveValueWords } from '../../src/audit/value-words.js';
import { nameOfCycle } from '../../src/reviews/cycles/cycle-words.js';
import { changesOf, sentenceOf } from '../../src/audit/event.view.js';

const event = (
  action: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
) => ({
  action,
  before,
  after,
});

describe('the sentence of an event', () => {
  it('comes from the catalogue, with the values recorded', () => {
    const granted = event('role.grant', null, { email: 'a@example.org', role: 'reader' });
    expect(sentenceOf(granted, 'en')).toBe('gave a role to a@example.org');
  });

  it('names a State and not its code', () => {
    expect(sentenceOf(event('membership.add', null, { state: 'KEN' }), 'en')).toContain('Kenya');
  });

  it.each([
    [
      'a document and its language',
      'submission.open',
      { cycleId: 'regional-3', language: 'es', title: 'Input' },
      '(Spanish)',
    ],
    ['a day', 'role.end', { untilDay: '2027-03-01' }, '1 March 2027'],
    ['an office', 'term.add', { office: 'chair' }, 'Chair'],
    ['what an old key made', 'secretKey.end', { kind: 'wish' }, 'Reminder mails'],
  ])('names %s and not its code', (_what, action, after, words) => {
    giveValueWords('cycleId', nameOfCycle);
    const sentence = sentenceOf(event(action, null, after), 'en');
    expect(sentence).toContain(words);
    expect(sentence).not.toMatch(/regional-3|\(es\)|2027-03|chair|wish/);
  });

  it('is the code of an action the catalogue does not know', () => {
    expect(sentenceOf(event('unheard.of', null, { context: 'x', lng: 'fr' }), 'en')).toBe('unheard.of');
  });

  it('does not look up keys inside of values', () => {
    const granted = event('role.grant', null, { email: '$t(audit.title) {{role}}', role: 'reader' });
    expect(sentenceOf(granted, 'en')).toBe('gave a role to $t(audit.title) {{role}}');
  });
});

describe('the changes of an event', () => {
  it('are the fields before and after, empty ones as nothing', () => {
    const changed = event(
      'x',
      { languages: ['en', 'fr'], zone: 'UTC', state: 'draft' },
      { languages: [], to: { a: 1 } },
    );
    expect(changesOf(changed, 'en')).toEqual([
      { field: 'languages', before: 'English, French', after: null },
      { field: 'zone', before: 'UTC', after: null },
      { field: 'state', before: 'draft', after: null },
      { field: 'to', before: null, after: '{"a":1}' },
    ]);
  });

  it.each([
    ['an entry', 'entry', { state: 'draft' }, { state: 'submitted' }, ['standing', 'Draft', 'Submitted']],
    ['a plan', 'plan', { state: 'draft' }, { state: 'adopted' }, ['standing', 'Draft', 'Adopted']],
    ['a practice', 'practice', {}, { state: 'shared' }, ['standing', null, 'Shared']],
    ['a round', 'round', { state: 'open' }, { state: 'closed' }, ['standing', 'Open', 'Closed']],
    [
      'an addressee',
      'round-addressee',
      {},
      { state: 'declined' },
      ['standing', null, 'Prefers not to report'],
    ],
    ['a seat', 'account', {}, { state: 'KEN' }, ['state', null, 'Kenya']],
    ['a kind without such words', 'thing', {}, { state: 'broken' }, ['state', null, 'broken']],
    ['who may see it', 'entry', {}, { visibility: 'public' }, ['visibility', null, 'Everybody']],
  ])('say a value in the words of its page: %s', (_what, subjectKind, before, after, [field, old, now]) => {
    const changed = { ...event('x', before, after), subjectKind };
    expect(changesOf(changed, 'en')).toEqual([{ field, before: old, after: now }]);
  });

  it('are none when nothing was recorded', () => {
    expect(changesOf(event('x', null, null), 'en')).toEqual([]);
  });
});
