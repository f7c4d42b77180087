import { shortNameIn } from '../../mechanism/mechanism-name.js';
import type { ContactNotice } from '../../../accounts/seats/nomination.entity.js';
import { NoticeBox } from '../../../platform/web/design/notice.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism } from '../../mechanism/mechanism.entity.js';
import { useSeatName } from './seats.js';

/** What a mechanism's contact is asked: whether somebody an administrator let in belongs there. */
export function ContactPage(props: { notice: ContactNotice; mechanism: Mechanism; action: string }) {
  const { t, moment, language } = usePage();
  const seatName = useSeatName();
  const { notice, mechanism, action } = props;
  const values = {
    by: notice.givenBy,
    email: notice.givenTo,
    role: seatName(notice),
    mechanism: shortNameIn(mechanism, language),
    at: moment(notice.at),
  };
  return (
    <Layout title={t('contact.title', values)}>
      <p>{t('contact.what', values)}</p>
      <p>{t('contact.why')}</p>
      <p class="quiet">{t('contact.objecting')}</p>
      <div class="buttons">
        <PostButton action={`${action}/confirmation`} label={t('contact.confirm')} />
        <PostButton action={`${action}/objection`} label={t('contact.object')} danger />
      </div>
    </Layout>
  );
}

export function ContactAnsweredPage({ agreed }: { agreed: boolean }) {
  const { t } = usePage();
  return (
    <Layout title={t('contact.answered')}>
      <p>{t(agreed ? 'contact.answered.yes' : 'contact.answered.no')}</p>
    </Layout>
  );
}

/** On a mechanism's page: roles that an administrator gave, and whether the contact has confirmed. */
export function GivenByAdministratorsPanel({ notices }: { notices: ContactNotice[] }) {
  const { t, moment } = usePage();
  const seatName = useSeatName();
  return (
    <section class="doubt" role="note">
      <h2>{t('contact.marked')}</h2>
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            {t(notice.answeredAt ? 'contact.marked.confirmed' : 'contact.marked.one', {
              by: notice.givenBy,
              at: moment(notice.at),
              email: notice.givenTo,
              role: seatName(notice),
              contact: notice.contact,
              answered: notice.answeredAt ? moment(notice.answeredAt) : '',
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** To an administrator, of a mechanism that nobody serves here yet. */
export function NameSecretariatPanel({ mechanismId }: { mechanismId: string }) {
  const { t } = usePage();
  return (
    <NoticeBox title={t('people.noSecretariat')}>
      <p>{t('people.noSecretariat.text')}</p>
      <p>
        <a class="button" href={`/mechanisms/${mechanismId}/people/invite?role=secretariat`}>
          {t('people.noSecretariat.action')}
        </a>
      </p>
    </NoticeBox>
  );
}
