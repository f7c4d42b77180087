import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { can } from '../../../accounts/roles.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { EmptyState } from '../../../platform/web/design/empty-state.js';
import { Layout } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { MonthPicture, type MonthPictureProps } from '../../../platform/web/pictures/month.js';
import { NextPage } from '../../../platform/web/table.js';
import type { MeetingsPart } from '../meeting-list.service.js';
import { MeetingsTable } from './meetings-table.js';

export type MonthShown = Omit<MonthPictureProps, 'href'>;

interface MeetingsPageProps {
  /** Null: the meetings of all the reader's mechanisms. */
  mechanism: Mechanism | null;
  mechanisms: readonly Mechanism[];
  /** Null where the page goes on with the other list. */
  upcoming: MeetingsPart | null;
  past: MeetingsPart | null;
  /** Null where the page goes on with a list, or is of several mechanisms. */
  month: MonthShown | null;
  editable: boolean;
}

export function MeetingsPage({ mechanism, mechanisms, upcoming, past, month, editable }: MeetingsPageProps) {
  const { t, actor, language } = usePage();
  const here = mechanism ? `/mechanisms/${mechanism.id}/meetings` : '/meetings';
  const subscribes = can(actor, 'meetings.read', mechanism?.id ?? null);
  const section = (when: 'upcoming' | 'past', part: MeetingsPart | null) =>
    part && (
      <section>
        <h2>{t(`meeting.${when}`)}</h2>
        <MeetingsTable
          caption={t(`meeting.${when}`)}
          meetings={part.items}
          empty={
            when === 'upcoming' && mechanism ? (
              <EmptyState
                title={t('meeting.upcomingNone')}
                action={editable && { label: t('meeting.new'), href: `${here}/new` }}
              >
                {t('meeting.noneText')}
              </EmptyState>
            ) : (
              t(`meeting.${when}None`)
            )
          }
          mechanisms={mechanism ? undefined : mechanisms}
        />
        <NextPage
          cursor={part.nextCursor}
          href={(cursor) => `${here}?when=${when}&cursor=${encodeURIComponent(cursor)}`}
        />
      </section>
    );
  return (
    <Layout
      title={t('meeting.meetings')}
      crumbs={
        mechanism ? [{ label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` }] : []
      }
      actions={
        <>
          {editable && (
            <a class="button" href={`${here}/new`}>
              {t('meeting.new')}
            </a>
          )}
          {subscribes && (
            <a href={`/account/calendars${mechanism ? `?mechanism=${mechanism.id}` : ''}`}>
              {t('calendar.subscribe')}
            </a>
          )}
        </>
      }
    >
      {!mechanism && <p class="quiet">{t('meeting.mineText')}</p>}
      {month && <MonthPicture {...month} href={(other) => `${here}?month=${other}`} />}
      {section('upcoming', upcoming)}
      {section('past', past)}
    </Layout>
  );
}
