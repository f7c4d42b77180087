import { type Day, daysBetween } from '../../platform/i18n/day.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Letter, LetterItem, LetterLink } from '../../platform/mail/letter.js';
import type { Line } from './recheck.js';

/** What the letter cannot know by itself. */
export interface Surroundings {
  language: string;
  today: Day;
  /** Where the person tells how a line is going; what else they may do about it. */
  linksOf: (line: Line) => { action: LetterLink; links: LetterLink[] };
  frame: Pick<Letter, 'language' | 'greeting' | 'footer'>;
  /** Where the person goes when there are several lines, or when they have no password yet. */
  entrance: LetterLink | null;
  home: LetterLink;
  stop: LetterLink;
}

/** Lines a mail shows; the rest is counted and found on the person's page. */
const LINES_SHOWN = 30;
/** How near a date is before a periodic reminder counts the days; one that hangs on the date always does. */
const NEAR_DAYS = 31;
const SUBJECT_TITLE = 70;

/** One person's reminders of a day as a letter: what is asked, by when, and how to answer or to be let off. */
export function reminderLetter(lines: readonly Line[], surroundings: Surroundings): Letter {
  const { language, frame, entrance, home, stop } = surroundings;
  const t = translator(language);
  const shown = inOrder(onePerItem(lines), surroundings.today);
  const more = shown.length - LINES_SHOWN;
  const mechanisms = [...new Set(shown.map(({ mechanism }) => mechanism.shortName))].join(', ');
  return {
    ...frame,
    subject: subjectOf(shown, surroundings),
    paragraphs: [
      t(withRounds(shown) ? 'round.reminder.ask' : 'reminder.mail.ask', { count: shown.length, mechanisms }),
      t('reminder.mail.enough'),
      t('reminder.mail.voluntary'),
    ],
    items: [
      ...shown.slice(0, LINES_SHOWN).map((line) => itemOf(line, surroundings)),
      ...(more > 0
        ? [{ title: t('reminder.mail.more', { count: more }), href: home.href, action: home.label }]
        : []),
    ],
    action: entrance ?? (shown.length > 1 ? home : undefined),
    footer: [t('reminder.mail.why', { mechanisms }), ...frame.footer],
    links: [stop],
  };
}

/** Two rules may speak of one item on one day; the person is asked once. */
function onePerItem(lines: readonly Line[]): Line[] {
  const byItem = new Map<string, Line>();
  for (const line of lines) {
    const known = byItem.get(line.item.id);
    if (!known || known.rule.kind === 'periodic') byItem.set(line.item.id, line);
  }
  return [...byItem.values()];
}

/** What is still to come, the nearest first; then what was planned for a day gone by; then what has no day. */
function inOrder(lines: Line[], today: Day): Line[] {
  const rank = ({ item: { whenEnd } }: Line) => (whenEnd === null ? 2 : whenEnd < today ? 1 : 0);
  return lines.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.item.whenEnd ?? '').localeCompare(b.item.whenEnd ?? '') ||
      a.item.code.localeCompare(b.item.code),
  );
}

function itemOf(line: Line, { language, today, linksOf }: Surroundings): LetterItem {
  const { item, mechanism } = line;
  const title = rendition(item.title, language);
  const { action, links } = linksOf(line);
  return {
    title: [item.code, title.text].filter(Boolean).join(' '),
    language: title.fallback ? title.language : undefined,
    detail: [
      whenOf(line, language, today),
      mechanism.shortName,
      item.plan && rendition(item.plan, language).text,
    ]
      .filter(Boolean)
      .join(' · '),
    href: action.href,
    action: action.label,
    links,
  };
}

/** "By 3 November 2026: 7 days left"; of a day gone by, that it was planned for then, and nothing else. */
function whenOf({ item, rule }: Line, language: string, today: Day): string | null {
  if (item.whenEnd === null) return null;
  const t = translator(language);
  const day = formatDay(item.whenEnd, language);
  const left = daysBetween(today, item.whenEnd);
  if (left < 0) return t(item.kind === 'round' ? 'round.reminder.was' : 'reminder.was', { day });
  if (left === 0) return t('reminder.today', { day });
  return rule.kind === 'periodic' && left > NEAR_DAYS
    ? t('reminder.byDay', { day })
    : t('reminder.by', { day, count: left });
}

/** One line: its name and its day. Several: how many, and the nearest day to come. */
function subjectOf(lines: readonly Line[], { language, today }: Surroundings): string {
  const t = translator(language);
  const [first] = lines;
  if (lines.length === 1) {
    const { code, title } = first!.item;
    const name = cut([code, rendition(title, language).text].filter(Boolean).join(' '));
    const when = whenOf(first!, language, today);
    return when ? t('reminder.subject.one', { name, when }) : t('reminder.subject.open', { name });
  }
  const nearest = first!.item.whenEnd;
  const count = lines.length;
  const rounds = withRounds(lines);
  if (nearest === null || nearest < today)
    return t(rounds ? 'round.reminder.several' : 'reminder.subject.several', { count });
  const key = rounds ? 'round.reminder.nearest' : 'reminder.subject.nearest';
  return t(key, { count, day: formatDay(nearest, language) });
}

/** Then the letter cannot speak of items of the plan only. */
const withRounds = (lines: readonly Line[]) => lines.some(({ item }) => item.kind === 'round');

const cut = (text: string) =>
  text.length > SUBJECT_TITLE ? `${text.slice(0, SUBJECT_TITLE - 1).trimEnd()}…` : text;
