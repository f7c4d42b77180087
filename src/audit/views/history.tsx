import { CodeAndTitle } from '../../platform/web/code-and-title.js';
import { Fragment, type VNode } from 'preact';
import type { AuditEvent } from '../../platform/database/history.js';
import type { TextKey } from '../../platform/i18n/i18n.js';
import { Layout } from '../../platform/web/layout.js';
import { Fold } from '../../platform/web/design/fold.js';
import { usePage } from '../../platform/web/page-context.js';
import { NextPage } from '../../platform/web/table.js';
import { Timeline } from '../../platform/web/timeline.js';
import { actorNameOf } from '../actor-name.js';
import type { HistoryPage as Page } from '../audit.service.js';
import type { HistorySubject, Subjects } from '../history-subjects.js';
import { changesOf, type FieldChange, sentenceOf } from '../event.view.js';

export function HistoryPage(props: { mechanismId: string; history: Page; heading: VNode[] }) {
  const { t } = usePage();
  const { items, subjects, nextCursor } = props.history;
  return (
    <Layout title={t('audit.title')} crumbs={[{ label: '', href: `/mechanisms/${props.mechanismId}` }]}>
      {props.heading.map((panel, index) => (
        <Fragment key={index}>{panel}</Fragment>
      ))}
      <p class="quiet">{t('audit.intro')}</p>
      <Events events={items} subjects={subjects} />
      <NextPage
        cursor={nextCursor}
        href={(cursor) => `/history/${props.mechanismId}?cursor=${encodeURIComponent(cursor)}`}
      />
    </Layout>
  );
}

/** The same under a heading, for a page that shows other things too. */
export function EventsSection({ events }: { events: AuditEvent[] }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('audit.title')}</h2>
      <Events events={events} />
    </section>
  );
}

/** On a mechanism's overview: the latest changes of this week. */
export function ThisWeekPanel({ mechanismId, events }: { mechanismId: string; events: AuditEvent[] }) {
  const { t, moment, language } = usePage();
  return (
    <section>
      <Fold heading label={t('audit.thisWeek')}>
        {events.length === 0 && <p class="quiet">{t('audit.quietWeek')}</p>}
        <ul class="plain">
          {events.map((event) => (
            <li key={event.id}>
              <bdi>{actorNameOf(event, t)}</bdi>: {sentenceOf(event, language)}
              <br />
              <span class="quiet">{moment(event.at)}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={`/history/${mechanismId}`}>{t('audit.all')}</a>
        </p>
      </Fold>
    </section>
  );
}

/** What was done, newest first: when, by whom, what, and the fields that changed. */
export function Events({ events, subjects }: { events: AuditEvent[]; subjects?: Subjects }) {
  const { t, moment, language } = usePage();
  const entries = events.map((event) => ({
    key: event.id,
    when: moment(event.at),
    what: (
      <>
        <bdi>{actorNameOf(event, t)}</bdi>: {sentenceOf(event, language)}
      </>
    ),
    detail: (
      <>
        <About subject={subjects?.get(event.subjectId)} />
        <Changes changes={changesOf(event, language)} />
      </>
    ),
  }));
  return <Timeline entries={entries} empty={t('audit.empty')} />;
}

/** What it was done to, and how that stands by now. */
function About({ subject }: { subject?: HistorySubject }) {
  const { t } = usePage();
  if (!subject) return null;
  const { href, lead, title, more, standing } = subject;
  return (
    <p>
      <a href={href}>
        <CodeAndTitle code={lead} title={title} />
      </a>
      {more > 0 && <> {t('entry.andMore', { count: more })}</>} · {t('audit.now', { standing: t(standing) })}
    </p>
  );
}

function Changes({ changes }: { changes: FieldChange[] }) {
  const { t } = usePage();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{t('audit.details')}</summary>
      <ul>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            <Name field={field} />: <Values before={before} after={after} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Values({ before, after }: Omit<FieldChange, 'field'>) {
  if (before === after) return <bdi>{after}</bdi>;
  return (
    <>
      {before !== null && <del dir="auto">{before}</del>} {after !== null && <ins dir="auto">{after}</ins>}
    </>
  );
}

/** A field's name from the catalogue (`history.field.<name>`), else as it was recorded. */
function Name({ field }: { field: string }) {
  const { t } = usePage();
  const key = `history.field.${field}`;
  const label = t(key as TextKey);
  return label === key ? <code>{field}</code> : <>{label}</>;
}
