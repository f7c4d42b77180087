import type { Meeting } from '../../../meetings/meeting/meeting.entity.js';
import type { Run } from '../../../platform/documents/document.js';
import { formatMonth } from '../../../platform/i18n/dates.js';
import type { Day } from '../../../platform/i18n/day.js';
import { isLanguage, type TextKey, translator } from '../../../platform/i18n/i18n.js';
import type { HeldMeeting } from '../material/material.js';
import { type DocumentWords, SLOT } from '../words/document-words.js';

/** "“Third meeting” (Ministerial conference) was held in Cairo from 3 to 5 June 2027." */
export function meetingSaid({ meeting }: Pick<HeldMeeting, 'meeting'>, words: DocumentWords): Run[] {
  const { t } = words;
  const title = words.localized(meeting.title);
  const key = `meetingType.${meeting.type}` as TextKey;
  const inItsLanguage = isLanguage(title.language ?? '') ? translator(title.language!)(key) : '';
  const isSaid = [t(key), inItsLanguage].some((type) => type && plain(title.text).includes(plain(type)));
  const named = [
    ...words.filled(t('say.quoted', { slot: SLOT }), [title]),
    ...(isSaid ? [] : [{ text: ` (${t(key)})` }]),
  ];
  const { place } = meeting;
  const values = { when: heldOn(meeting, words), place: place ?? '', slot: SLOT };
  return words.filled(t(place ? 'say.meeting.at' : 'say.meeting', values), named);
}

const plain = (text: string) => text.toLocaleLowerCase().replace(/['’]/g, '’');

/** "on 3 June 2027", "on 3 and 4 June 2027", "from 3 to 5 June 2027", "in June 2027": as it stands in a sentence. */
function heldOn(
  { datePrecision, firstDay, lastDay }: Pick<Meeting, 'datePrecision' | 'firstDay' | 'lastDay'>,
  { t, language, day }: DocumentWords,
): string {
  if (datePrecision === 'month') {
    const [from, until] = [formatMonth(firstDay, language), formatMonth(lastDay, language)];
    return from === until ? t('say.held.month', { month: from }) : t('say.held.months', { from, until });
  }
  if (firstDay === lastDay) return t('say.held.day', { day: day(firstDay) });
  const from = sameMonth(firstDay, lastDay) ? dayNumber(firstDay, language) : day(firstDay);
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000;
  return t(days === 1 ? 'say.held.two' : 'say.held.days', { from, until: day(lastDay) });
}

const sameMonth = (one: Day, other: Day) => one.slice(0, 7) === other.slice(0, 7);

/** The first of a month is an ordinal in French. */
const dayNumber = (day: Day, language: string) => {
  const number = Number(day.slice(8));
  return language === 'fr' && number === 1 ? '1er' : String(number);
};
