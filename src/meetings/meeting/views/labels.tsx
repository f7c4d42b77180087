import { listed } from '../../../platform/i18n/listed.js';
import { ownerLabel } from '../../../plans/plan/labels.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { Status } from '../../../platform/web/design/status.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Addressee, Decision } from '../../decisions/decision.entity.js';
import type { Meeting } from '../meeting.entity.js';
import { type MeetingWhen, whenText } from '../meeting-when.js';

/** "Request", or the decision's own word. */
export const verbLabel = ({ verb, ownVerb }: Pick<Decision, 'verb' | 'ownVerb'>, t: Translate): string =>
  ownVerb ?? t(`decisionVerb.${verb}`);

/** "Chair, Kenya, Working group: Migration data"; '' for none. */
export const addresseesLabel = (addressees: readonly Addressee[], t: Translate, language: string): string =>
  listed(
    addressees.map((one) => ownerLabel(one, t, language)),
    language,
    'unit',
  );

/** When a meeting is, in the reader's words. */
export function When({ meeting }: { meeting: MeetingWhen }) {
  const { t, language, day } = usePage();
  return <>{whenText(meeting, t, language, day)}</>;
}

/** Only what is out of the ordinary is said: that it was put off, or does not take place. */
export function StateTag({ meeting }: { meeting: Pick<Meeting, 'state'> }) {
  const { t } = usePage();
  if (meeting.state !== 'cancelled' && meeting.state !== 'postponed') return null;
  const mark = meeting.state === 'cancelled' ? 'stopped' : 'waits';
  return <Status mark={mark}>{t(`meetingState.${meeting.state}`)}</Status>;
}
