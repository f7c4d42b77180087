import { daysBetween } from '../../../platform/i18n/day.js';
import { dayIn } from '../../../platform/i18n/dates.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Round } from '../../round/round.entity.js';
import type { CallProgress } from '../call-progress.service.js';

interface CallLineProps {
  round: Pick<Round, 'state' | 'dueDay'>;
  progress: CallProgress;
  /** The mechanism's, where its days begin. */
  zone: string;
}

/** "4 of 11 answered, 12 days left": how a call stands as a whole. */
export function CallLine({ round, progress, zone }: CallLineProps) {
  const { t, now } = usePage();
  const answered = t('collect.answered', { answered: progress.answered, asked: progress.asked });
  if (round.state !== 'open') return <>{answered}</>;
  const left = daysBetween(dayIn(zone, now), round.dueDay);
  const days =
    left === 0
      ? t('collect.lastDay')
      : t(left > 0 ? 'collect.daysLeft' : 'collect.daysPast', { count: Math.abs(left) });
  return <>{t('collect.line', { answered, days })}</>;
}
