import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import { type Day, daysBetween } from '../../platform/i18n/day.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Letter, LetterItem, LetterLink } from '../../platform/mail/letter.js';
import type { ReminderLine } from './delivery-check.js';
import type { MailWords, SubjectLinks } from '../subjects/reminder-subject.js';

/** What the letter cannot know by itself. */
export interface Surroundings {
  language: string;
  today: Day;
  /** Where the person tells how a line is going; what else they may do about it. */
  linksOf: (line: ReminderLine) => SubjectLinks | Promise<SubjectLinks>;
  /** Where the person goes when there are several lines, or when they have no password yet. */
  entrance: LetterLink | undefined;
  home: LetterLink;
  stop: LetterLink;
}

/** Lines a mail shows; the rest is counted and found on the person's page. */
const LINES_SHOWN = 30;
/** How near a date is before a periodic reminder counts the days; one that hangs on the date always does. */
const NEAR_DAYS = 31;

/** For a mail about several kinds of things, or of a kind without words of its own. */
const MATTERS: MailWords = {
  ask: 'reminder.matters.ask',
  nearest: 'reminder.matters.nearest',
  several: 'reminder.matters.several',
};

/** One person's reminders of a day as a letter: what is asked, by when, and how to answer or to be let off. */
export async function reminderLetter(
  lines: readonly ReminderLine[],
  surroundings: Surroundings,
): Promise<Letter> {
  const { language, entrance, home, stop } = surroundings;
  const t = translator(language);
  const shown = inOrder(onePerSubject(lines), surroundings.today);
  const more = shown.length - LINES_SHOWN;
  const mechanisms = [...new Set(shown.map(({ mechanism }) => shortNameIn(mechanism, language)))].join(', ');
  return {
    subject: subjectOf(shown, surroundings),
    paragraphs: [
      t(wordsOf(shown).ask, { count: shown.length, mechanisms }),
      t('reminder.mail.enough'),
      t('reminder.mail.voluntary'),
    ],
    items: [
      ...(await Promise.all(shown.slice(0, LINES_SHOWN).map((line) => itemOf(line, surroundings)))),
      ...(more > 0
        ? [{ title: t('reminder.mail.more', { count: more }), href: home.href, action: home.label }]
        : []),
    ],
    action: entrance ?? (shown.length > 1 ? home : undefined),
    footer: [t('reminder.mail.why', { mechanisms })],
    unsubscribe: stop,
  };
}

/** Two rules may speak of one subject on one day; the person is asked once. */
function onePerSubject(lines: readonly ReminderLine[]): ReminderLine[] {
  const bySubject = new Map<string, ReminderLine>();
  for (const line of lines) {
    const known = bySubject.get(line.subject.id);
    if (!known || known.rule.kind === 'periodic') bySubject.set(line.subject.id, line);
  }
  return [...bySubject.values()];
}

/** What is still to come, the nearest first; then what was planned for a day gone by; then what has no day. */
function inOrder(lines: ReminderLine[], today: Day): ReminderLine[] {
  const rank = ({ subject: { dueDay } }: ReminderLine) => (dueDay === null ? 2 : dueDay < today ? 1 : 0);
  return lines.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.subject.dueDay ?? '').localeCompare(b.subject.dueDay ?? '') ||
      a.subject.code.localeCompare(b.subject.code),
  );
}

async function itemOf(line: ReminderLine, { language, today, linksOf }: Surroundings): Promise<LetterItem> {
  const { subject, mechanism } = line;
  const title = rendition(subject.title, language);
  const { action, links } = await linksOf(line);
  return {
    title: [subject.code, title.text].filter(Boolean).join(' '),
    language: title.fallback ? title.language : undefined,
    detail: [
      whenOf(line, language, today),
      shortNameIn(mechanism, language),
      subject.plan && rendition(subject.plan.title, language).text,
    ]
      .filter(Boolean)
      .join(' · '),
    href: action.href,
    action: action.label,
    links,
  };
}

/** "By 3 November 2026: 7 days left"; of a day gone by, that it was planned for then, and nothing else. */
function whenOf({ subject, rule }: ReminderLine, language: string, today: Day): string | null {
  if (subject.dueDay === null) return null;
  const t = translator(language);
  const day = formatDay(subject.dueDay, language);
  const left = daysBetween(today, subject.dueDay);
  if (left < 0) return t(subject.words.was, { day });
  if (left === 0) return t('reminder.today', { day });
  return rule.kind === 'periodic' && left > NEAR_DAYS
    ? t('reminder.byDay', { day })
    : t('reminder.by', { day, count: left });
}

/** One line: its name and its day. Several: how many, and the nearest day to come. */
function subjectOf(lines: readonly ReminderLine[], { language, today }: Surroundings): string {
  const t = translator(language);
  const [first] = lines;
  if (lines.length === 1) {
    const { code, title } = first!.subject;
    const name = cutTitle([code, rendition(title, language).text].filter(Boolean).join(' '));
    const when = whenOf(first!, language, today);
    return when ? t('reminder.subject.one', { name, when }) : t('reminder.subject.open', { name });
  }
  const nearest = first!.subject.dueDay;
  const count = lines.length;
  const words = wordsOf(lines);
  if (nearest === null || nearest < today) return t(words.several, { count });
  return t(words.nearest, { count, day: formatDay(nearest, language) });
}

/** Those of the one kind that the mail is about, if it is one. */
function wordsOf(lines: readonly ReminderLine[]): MailWords {
  const [first] = lines;
  const one = lines.every(({ subject }) => subject.kind === first?.subject.kind);
  return (one && first?.subject.words.mail) || MATTERS;
}
