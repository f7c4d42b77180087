import { languageName } from '../../../platform/i18n/language-names.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { listed } from '../../../platform/i18n/listed.js';
import { ObjectiveRef } from '../../../framework/views/objective-ref.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { directionOf } from '../../../platform/i18n/i18n.js';
import type { Crumb } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import { rendition } from '../../../platform/i18n/localized.js';
import type { Round, RoundQuestion } from '../round.entity.js';
import { questionTitle } from '../round.view.js';
import { RoundStateTag } from './round-state-tag.js';

export const roundsOf = (mechanism: Mechanism) => `/mechanisms/${mechanism.id}/rounds`;

/** The way to a mechanism's rounds, and to one of them. */
export function useCrumbs(mechanism: Mechanism, round?: Round): Crumb[] {
  const { t, language } = usePage();
  return [
    { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
    { label: t('rounds.title'), href: roundsOf(mechanism) },
    ...(round ? [{ label: rendition(round.title, language).text, href: `/rounds/${round.id}` }] : []),
  ];
}

/** What a question is about, with the way to its item; `plain` where its reader could not go there. */
export function QuestionTitle({ question, plain = false }: { question: RoundQuestion; plain?: boolean }) {
  const { language, t } = usePage();
  const { text, language: of, fallback, code } = questionTitle(question, language);
  const title = fallback ? (
    <span lang={of} dir={directionOf(of)}>
      {text}
    </span>
  ) : (
    text
  );
  if (question.item && plain)
    return (
      <>
        <span class="quiet">{code}</span> {title}
      </>
    );
  if (question.item)
    return (
      <a href={`/items/${question.item.id}`}>
        <span class="quiet">{code}</span> {title}
      </a>
    );
  if (question.objective === null) return <>{title}</>;
  return (
    <ObjectiveRef number={question.objective}>
      {t('round.objective', { number: code })}: {title}
    </ObjectiveRef>
  );
}

export function QuestionHint({ question }: { question: RoundQuestion }) {
  if (!question.hint) return null;
  return (
    <p class="hint">
      <LocalizedText value={question.hint} />
    </p>
  );
}

/** What everybody who may know of the round may know of it. */
export function RoundFacts({ round }: { round: Round }) {
  const { t, language, day } = usePage();
  const { languages, periodStart: from, periodEnd: until } = round;
  return (
    <Facts
      facts={[
        { label: t('round.state'), value: <RoundStateTag state={round.state} /> },
        { label: t('round.reason'), value: round.reason && <LocalizedText value={round.reason} /> },
        { label: t('round.dueDay'), value: day(round.dueDay) },
        { label: t('round.period'), value: t('when.range', { from: day(from), until: day(until) }) },
        {
          label: t('round.languages'),
          value: listed(
            languages.map((code) => languageName(code, language)),
            language,
            'unit',
          ),
        },
      ]}
    />
  );
}

/** Questions for reading, in their order. */
export function QuestionList({ questions }: { questions: readonly RoundQuestion[] }) {
  const { t } = usePage();
  if (questions.length === 0) return <p class="quiet">{t('round.noQuestions')}</p>;
  return (
    <ol>
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionTitle question={question} />
          <QuestionHint question={question} />
        </li>
      ))}
    </ol>
  );
}
