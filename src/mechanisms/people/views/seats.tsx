import { shortNameIn } from '../../mechanism/mechanism-name.js';
import type { RoleGrant } from '../../../accounts/account.entity.js';
import type { Nomination } from '../../../accounts/seats/nomination.entity.js';
import type { WaitingSeat } from '../../../accounts/seats/nomination-query.service.js';
import { lastNoticeDay } from '../../../accounts/seats/seat-rules.js';
import { TextArea } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { subjectName } from '../../mechanism/mechanism.view.js';
import { crumbsOf, usePeriod } from '../../mechanism/views/parts.js';

/** "Focal point (Kenya)", "Secretariat". */
export function useSeatName(): (seat: Pick<RoleGrant, 'role' | 'subject'> & { deputy?: boolean }) => string {
  const { t, language } = usePage();
  return ({ role, subject, deputy }) => {
    const name = t(deputy ? 'delegation.deputy' : `role.${role}`);
    const whom = subjectName({ role, subject }, language);
    return whom ? `${name} (${whom})` : name;
  };
}

/** For whose word it waits, and until when. */
export function useWaitsFor(): (nomination: Nomination, zone: string) => string {
  const { t, day } = usePage();
  return ({ stage, holdsFrom }, zone) =>
    holdsFrom
      ? t(`seat.waits.${stage}.until`, { day: day(lastNoticeDay(holdsFrom, zone)) })
      : t(`seat.waits.${stage}`);
}

interface SeatPageProps {
  seat: WaitingSeat;
  mechanism: Mechanism;
  state: FormState;
}

/** Somebody is to get a seat beside the reader's: who, by whom, from when, and what that means. */
export function SeatPage({ seat: { nomination, mayConfirm }, mechanism, state }: SeatPageProps) {
  const { t, moment, language } = usePage();
  const seatName = useSeatName();
  const periodText = usePeriod();
  const waitsFor = useWaitsFor();
  const { id, account, nominatedByName, since, role } = nomination;
  const values = { name: account.name, email: account.email, role: seatName(nomination) };
  return (
    <Layout title={t('seat.title', values)} crumbs={crumbsOf(t, mechanism)}>
      <p>
        {t('seat.what', {
          ...values,
          by: nominatedByName,
          at: moment(since),
          mechanism: shortNameIn(mechanism, language),
          period: periodText(nomination),
        })}
      </p>
      <ul>
        {(role === 'focal-point' || role === 'partner') && <li>{t('seat.reads')}</li>}
        <li>{t('seat.nothingYet')}</li>
        <li>{waitsFor(nomination, mechanism.zone)}</li>
      </ul>
      {mayConfirm && (
        <div class="buttons">
          <PostButton action={`/seats/${id}/confirmation`} label={t('seat.confirm')} />
        </div>
      )}
      <h2>{t('seat.objecting')}</h2>
      <p>{t('seat.objecting.text')}</p>
      <Form action={`/seats/${id}/objection`} state={state} submit={t('seat.object')} cancel="/">
        <TextArea name="reason" label={t('seat.reason')} hint={t('seat.reason.hint')} rows={3} />
      </Form>
    </Layout>
  );
}

/** On the home page: seats that wait for the reader's word. */
export function WaitingSeatsPanel({ seats }: { seats: { seat: WaitingSeat; mechanism: Mechanism }[] }) {
  const { t, language } = usePage();
  const seatName = useSeatName();
  const waitsFor = useWaitsFor();
  return (
    <section>
      <h2>{t('seat.waiting')}</h2>
      <ul>
        {seats.map(({ seat: { nomination }, mechanism }) => (
          <li key={nomination.id}>
            <a href={`/seats/${nomination.id}`}>
              {t('seat.waiting.one', {
                name: nomination.account.name,
                role: seatName(nomination),
                mechanism: shortNameIn(mechanism, language),
              })}
            </a>{' '}
            <span class="quiet">{waitsFor(nomination, mechanism.zone)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
