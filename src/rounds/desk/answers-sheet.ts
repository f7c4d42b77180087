import { languageName } from '../../platform/i18n/language-names.js';
import { plainWords } from '../../platform/documents/markup/plain-words.js';
import { workbook } from '../../platform/documents/workbook.js';
import { directionOf, type TextKey, translator } from '../../platform/i18n/i18n.js';
import { addresseeName, questionTitle } from '../round/round.view.js';
import { answerParts, reachText } from './answer-text.js';
import type { AnswersFile } from './answers-document.js';

const PARTS = [
  'entry.narrative',
  'entry.results',
  'entry.challenges',
  'entry.nextSteps',
  'entry.support',
] as const;

/** The answers of a call as an Excel file: one row for each question and delegation. For its secretariat. */
export function answersSheet({ answers, language }: AnswersFile): Promise<Buffer> {
  const t = translator(language);
  const numbers = new Map<string, number>();
  for (const { question } of answers)
    if (!numbers.has(question.id)) numbers.set(question.id, numbers.size + 1);
  const rows = answers.map(({ question, addressee, cell, entry }) => {
    const { text, code } = questionTitle(question, language);
    const about = question.objective === null ? code : t('round.objective', { number: code });
    const parts = new Map(
      (entry ? answerParts({ ...entry, objectives: null }, t) : []).map((part) => [
        part.label,
        plainWords(part.text),
      ]),
    );
    const written = entry?.content.language;
    return [
      numbers.get(question.id)!,
      about,
      text,
      addresseeName(addressee, language),
      t(`collect.cell.${cell}`),
      entry?.content.status ? t(`itemStatus.${entry.content.status}` as TextKey) : '',
      ...PARTS.map((key) => parts.get(t(key)) ?? ''),
      entry?.evidence.map(({ title, url }) => (url ? `${title} ${url}` : title)).join('\n') ?? '',
      written ? languageName(written, language) : '',
      entry ? reachText(entry, t) : '',
    ];
  });
  const columns = [
    { label: t('collect.file.number'), width: 6 },
    { label: t('collect.file.about'), width: 14 },
    { label: t('round.question'), width: 40 },
    { label: t('collect.delegation'), width: 24 },
    { label: t('round.answer'), width: 18 },
    { label: t('item.status'), width: 14 },
    ...PARTS.map((key) => ({ label: t(key), width: 50 })),
    { label: t('evidence.title'), width: 30 },
    { label: t('collect.file.language'), width: 12 },
    { label: t('collect.file.reachLabel'), width: 40 },
  ];
  return workbook([{ name: t('collect.answers'), columns, rows }], {
    rightToLeft: directionOf(language) === 'rtl',
  });
}
