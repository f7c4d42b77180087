import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Audience } from '../deeds/practice-deed.js';
import type { SeenPractice } from '../practice-query.service.js';
import { CRITERIA } from '../vocabulary.js';
import { PracticeText } from './practice-text.js';

interface PracticeToOpenProps extends Pick<SeenPractice, 'practice' | 'standing'> {
  /** Null where it is offered to peers. */
  audience: Audience | null;
  /** Those of the audience. */
  mechanisms: Mechanism[];
}

/** A practice as it would be read by others, and by whom. */
export function PracticeToOpen({ practice, standing, audience, mechanisms }: PracticeToOpenProps) {
  const { t, language } = usePage();
  const { checklist } = practice.content;
  return (
    <>
      <h2>{t('clearance.readers')}</h2>
      <ul>
        {!audience && <li>{t('practice.openedToPeers')}</li>}
        {mechanisms.map((one) => (
          <li key={one.id}>{t('practice.openedTo', { mechanism: shortNameIn(one, language) })}</li>
        ))}
        {audience?.isPublic && <li>{t('practice.public')}</li>}
      </ul>
      <h2 lang={practice.language} dir="auto">
        {practice.title}
      </h2>
      <PracticeText {...{ practice, standing }} />
      <h2>{t('practice.checklist')}</h2>
      <ul>
        {CRITERIA.map((criterion) => {
          const { answer, words } = checklist[criterion];
          return (
            <li key={criterion}>
              {t(`practice.criterion.${criterion}`)}{' '}
              {answer && <strong>{t(`practice.check.${answer}`)}</strong>} <bdi>{words}</bdi>
            </li>
          );
        })}
      </ul>
    </>
  );
}
