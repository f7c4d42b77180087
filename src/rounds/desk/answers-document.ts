import { officialNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Block, Document, Run } from '../../platform/documents/document.js';
import { contentBlocks } from '../../platform/documents/markup/content-blocks.js';
import { labelsIn } from '../../platform/documents/labels.js';
import { formatDay } from '../../platform/i18n/dates.js';
import { directionOf, type TextKey, type Translate, translator } from '../../platform/i18n/i18n.js';
import { rendition } from '../../platform/i18n/localized.js';
import type { Round, RoundQuestion } from '../round/round.entity.js';
import { addresseeName, inAlphabet, questionTitle } from '../round/round.view.js';
import type { SeenEntry } from '../../progress/access/seen-entry.js';
import type { Cell } from './cell.js';
import { answerParts, reachText } from './answer-text.js';
import type { Order } from './orders.js';
import type { DeskAnswer } from './desk.service.js';

export interface AnswersFile {
  round: Round;
  mechanism: Mechanism;
  /** By question, and in each by the alphabet. */
  answers: readonly DeskAnswer[];
  language: string;
  now: Date;
}

interface Words {
  t: Translate;
  language: string;
}

/** The answers of a call to read and to work with in Word: a chapter for each question, or for each delegation. */
export function answersDocument(file: AnswersFile, by: Order): Document {
  const { round, mechanism, answers, language, now } = file;
  const words = { t: translator(language), language };
  const { t } = words;
  const day = (one: string) => formatDay(one, language);
  return {
    title: rendition(round.title, language).text,
    subtitle: officialNameIn(mechanism, language),
    language,
    direction: directionOf(language),
    created: now,
    facts: [
      {
        label: t('round.period'),
        value: t('when.range', { from: day(round.periodStart), until: day(round.periodEnd) }),
      },
      { label: t('round.dueDay'), value: day(round.dueDay) },
    ],
    footer: t('collect.file.footer', { mechanism: mechanism.abbreviation }),
    labels: labelsIn(t),
    blocks: [
      note([{ text: t('collect.file.note') }]),
      ...(by === 'question' ? byQuestion(answers, words) : byDelegation(answers, words)),
    ],
  };
}

function byQuestion(answers: readonly DeskAnswer[], words: Words): Block[] {
  const questions = unique(answers.map(({ question }) => question));
  return questions.flatMap((question, index): Block[] => {
    const some = answers.filter((one) => one.question.id === question.id);
    return chapter(`${index + 1}. ${titleOf(question, words)}`, some, words, ({ addressee }) =>
      addresseeName(addressee, words.language),
    );
  });
}

function byDelegation(answers: readonly DeskAnswer[], words: Words): Block[] {
  const addressees = inAlphabet(unique(answers.map(({ addressee }) => addressee)), words.language);
  return addressees.flatMap((addressee): Block[] => {
    const some = answers.filter((one) => one.addressee.id === addressee.id);
    const name = addresseeName(addressee, words.language);
    return chapter(name, some, words, ({ question }) => titleOf(question, words));
  });
}

/** What was received under a heading of its own each, and then what was not. */
function chapter(
  title: string,
  answers: readonly DeskAnswer[],
  words: Words,
  nameOf: (answer: DeskAnswer) => string,
): Block[] {
  const rest = (['declined', 'missing'] as const).flatMap((cell): Block[] => {
    const names = answers.filter((one) => one.cell === cell).map(nameOf);
    if (names.length === 0) return [];
    return [
      note([{ text: words.t(`collect.cell.${cell}`), bold: true }]),
      ...names.map((text) => note([{ text }])),
    ];
  });
  return [
    heading(1, title),
    ...answers.flatMap(({ entry, cell, ...answer }): Block[] => {
      if (!entry) return [];
      return [heading(2, nameOf({ entry, cell, ...answer })), ...said(entry, cell, words)];
    }),
    ...rest,
  ];
}

function said(entry: SeenEntry, cell: Cell, { t, language }: Words): Block[] {
  const { content } = entry;
  const of = content.language ?? language;
  const foreign = of === language ? undefined : of;
  const status =
    content.status && t('entry.statusIs', { status: t(`itemStatus.${content.status}` as TextKey) });
  const facts = [t(`collect.cell.${cell}`), status, reachText(entry, t)].filter(Boolean).join(' · ');
  return [
    note([{ text: facts }]),
    ...answerParts(entry, t).flatMap(({ label, text }): Block[] => [
      heading(3, label),
      ...contentBlocks(text, foreign),
    ]),
    ...evidence(entry, t),
  ];
}

function evidence({ evidence: all }: SeenEntry, t: Translate): Block[] {
  if (all.length === 0) return [];
  const runs = all.map(({ title, url }): Run[] => [{ text: title, ...(url && { link: url }) }]);
  return [
    heading(3, t('evidence.title')),
    { type: 'list', kind: 'letters', items: runs.map((item) => ({ runs: item })) },
  ];
}

function titleOf(question: RoundQuestion, { t, language }: Words): string {
  const { text, code } = questionTitle(question, language);
  if (question.objective !== null) return `${t('round.objective', { number: code })}: ${text}`;
  return [code, text].filter(Boolean).join(' ');
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text });
const note = (runs: Run[]): Block => ({ type: 'paragraph', runs, style: 'note' });
const unique = <T extends { id: string }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];
