import { languageName } from '../../../platform/i18n/language-names.js';
import { listed } from '../../../platform/i18n/listed.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { NoticeBox } from '../../../platform/web/design/notice.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round, RoundAddressee } from '../../round/round.entity.js';
import { addresseeName } from '../../round/round.view.js';
import type { Untranslated } from '../before-opening.js';

export interface Warnings {
  /** Those whom nobody speaks for, in the order of the alphabet. */
  silent: readonly RoundAddressee[];
  untranslated: readonly Untranslated[];
}

interface BeforeOpeningProps {
  mechanism: Mechanism;
  round: Round;
  warnings: Warnings;
}

/** Who would get no mail, and who would read it in another language; the call can be opened all the same. */
export function BeforeOpening({ mechanism, round, warnings: { silent, untranslated } }: BeforeOpeningProps) {
  const { t, language } = usePage();
  if (silent.length + untranslated.length === 0) return null;
  const partsOf = (one: Untranslated) => [
    ...(one.title ? [t('round.title')] : []),
    ...(one.reason ? [t('round.reason')] : []),
    ...(one.letter ? [t('collect.letter.title')] : []),
    ...one.questions.map((number) => t('collect.warn.question', { number })),
  ];
  return (
    <NoticeBox kind="warning" title={t('collect.warn.title')}>
      {silent.length > 0 && (
        <p>
          {t('collect.warn.nobody', {
            names: listed(
              silent.map((one) => addresseeName(one, language)),
              language,
            ),
          })}{' '}
          <a href={`/mechanisms/${mechanism.id}/people`}>{t('collect.warn.invite')}</a>
        </p>
      )}
      {untranslated.map((one) => (
        <p key={one.language}>
          {t('collect.warn.language', {
            language: languageName(one.language, language),
            parts: listed(partsOf(one), language),
          })}{' '}
          <a
            href={`/rounds/${round.id}/${one.title || one.reason ? 'edit' : one.letter ? 'letter' : 'questions'}`}
          >
            {t('collect.warn.translate')}
          </a>
        </p>
      ))}
    </NoticeBox>
  );
}
