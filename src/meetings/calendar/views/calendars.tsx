import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { Select } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { CopiedText } from '../../../platform/web/copying/copied-text.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import type { CalendarFeed } from '../calendar-feed.entity.js';
import { ALL_MINE } from '../feed.dto.js';

interface CalendarsPageProps {
  feeds: readonly CalendarFeed[];
  /** Those of the feeds and those that can be chosen. */
  mechanisms: readonly Mechanism[];
  /** Ids of those that can be chosen. */
  mine: readonly string[];
  state: FormState;
}

/** The calendars a person subscribed to, and a way to one more. */
export function CalendarsPage({ feeds, mechanisms, mine, state }: CalendarsPageProps) {
  const { t, moment, language } = usePage();
  const names = new Map(mechanisms.map((one) => [one.id, shortNameIn(one, language)]));
  const nameOf = ({ mechanismId }: CalendarFeed) =>
    mechanismId === null ? t('calendar.mine') : (names.get(mechanismId) ?? mechanismId);
  const options = mechanisms
    .filter(({ id }) => mine.includes(id))
    .map((one) => ({ value: one.id, label: shortNameIn(one, language) }));
  return (
    <Layout title={t('calendar.title')} crumbs={[{ label: t('account.title'), href: '/account' }]}>
      <p class="lead">{t('calendar.text')}</p>
      <p class="quiet">{t('calendar.secret')}</p>
      <Table
        caption={t('calendar.title')}
        rows={feeds}
        empty={t('calendar.none')}
        columns={[
          { label: t('calendar.which'), heading: true, cell: (feed) => <bdi>{nameOf(feed)}</bdi> },
          { label: t('calendar.since'), cell: ({ createdAt }) => moment(createdAt) },
          {
            label: t('calendar.lastUsed'),
            cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt) : t('calendar.notUsed')),
          },
          {
            label: t('list.actions'),
            cell: ({ id }) => (
              <PostButton action={`/account/calendars/${id}/revoke`} label={t('calendar.revoke')} quiet />
            ),
          },
        ]}
      />
      {mine.length > 0 && (
        <>
          <h2>{t('calendar.new')}</h2>
          <Form action="/account/calendars" state={state} submit={t('calendar.create')}>
            <Select
              name="mechanismId"
              label={t('calendar.which')}
              options={[{ value: ALL_MINE, label: t('calendar.mine') }, ...options]}
              required
            />
          </Form>
        </>
      )}
    </Layout>
  );
}

/** The address, this once. */
export function NewCalendarPage({ mechanism, url }: { mechanism: Mechanism | null; url: string }) {
  const { t, language } = usePage();
  return (
    <Layout
      title={mechanism ? shortNameIn(mechanism, language) : t('calendar.mine')}
      crumbs={[
        { label: t('account.title'), href: '/account' },
        { label: t('calendar.title'), href: '/account/calendars' },
      ]}
    >
      <p>{t('calendar.copyNow')}</p>
      <CopiedText text={url} />
      <p>
        <a class="button second" href={url.replace(/^https?:/, 'webcal:')}>
          {t('calendar.open')}
        </a>
      </p>
      <p class="quiet">{t('calendar.secret')}</p>
    </Layout>
  );
}
