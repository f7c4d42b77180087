import { formatDay } from '../../platform/i18n/dates.js';
import { translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import { cutTitle } from '../../platform/mail/cut-title.js';
import type { Round } from './round.entity.js';

type Written = Pick<Round, 'title' | 'reason' | 'dueDay' | 'subject' | 'letter'>;

/** Whom a letter is for: their delegations by name, and how many questions they are put. */
export interface Addressed {
  mechanism: string;
  names: string;
  count: number;
}

/** Subject and words of an invitation in one language: the secretariat's own where it wrote some, else the standard ones. */
export function invitationWords(round: Written, { mechanism, names, count }: Addressed, language: string) {
  const t = translator(language);
  const title = rendition(round.title, language).text;
  const day = formatDay(round.dueDay, language);
  const own = round.letter && rendition(round.letter, language).text;
  const standard = [
    t('round.mail.ask.text', { mechanism, names, day, count }),
    ...reasonLines(round, language),
  ];
  return {
    subject: round.subject
      ? rendition(round.subject, language).text
      : t('round.mail.ask.subject', { title: cutTitle(title), day }),
    paragraphs: [...(own ? own.split('\n') : standard).filter(Boolean), t('round.mail.voluntary')],
  };
}

/** What a call is for, line by line. */
export function reasonLines({ reason }: Pick<Round, 'reason'>, language: string): string[] {
  if (!reason) return [];
  const [first, ...rest] = rendition(reason, language).text.split('\n');
  return [translator(language)('round.mail.reason', { reason: first }), ...rest.filter(Boolean)];
}

/** What a letter begins from: the standard words in a language, without whom it is for. */
export function proposedLetter(round: Written, mechanism: string, language: string) {
  const t = translator(language);
  const title = rendition(round.title, language).text;
  const day = formatDay(round.dueDay, language);
  const reason = round.reason && rendition(round.reason, language).text;
  return {
    subject: t('round.mail.ask.subject', { title: cutTitle(title), day }),
    letter: [t('collect.letter.proposal', { mechanism, title, day }), ...(reason ? [reason] : [])].join(
      '\n\n',
    ),
  };
}
