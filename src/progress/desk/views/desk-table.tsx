import { usePage } from '../../../platform/web/page-context.js';
import { Table } from '../../../platform/web/table.js';
import { EntryTitle } from '../../entries/views/entry-title.js';
import { StandingTag } from '../../words/standing-tag.js';
import type { DeskRow } from '../desk-rows.js';
import { opennessOf, withWhom } from '../desk-words.js';

interface DeskTableProps {
  rows: readonly DeskRow[];
  names: ReadonlyMap<string, string>;
}

/** One's own texts: what each is about, how it stands and with whom, how far it is open, where it went, who wrote it. */
export function DeskTable({ rows, names }: DeskTableProps) {
  const { t, language, day, moment } = usePage();
  return (
    <Table
      caption={t('desk.title')}
      rows={rows}
      empty={t('desk.noneFound')}
      columns={[
        {
          label: t('entry.about'),
          heading: true,
          cell: ({ entry }) => (
            <>
              <a href={`/progress/${entry.id}`}>
                <EntryTitle entry={entry} />
              </a>
              <br />
              <small class="quiet">
                {entry.places.map(({ mechanismId }) => names.get(mechanismId)).join(' · ')}
              </small>
            </>
          ),
        },
        {
          label: t('entry.period'),
          cell: ({ entry }) => t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) }),
        },
        {
          label: t('entry.state'),
          cell: (row) => (
            <>
              <StandingTag standing={row.entry.standing} />
              {withWhom(row, t, { language, names }).map((line) => (
                <div key={line}>
                  <small>{line}</small>
                </div>
              ))}
              {row.steps
                .filter(({ mine }) => mine)
                .map(({ href }) => (
                  <div key={href}>
                    <a href={href}>{t('clearance.decide')}</a>
                  </div>
                ))}
            </>
          ),
        },
        {
          label: t('desk.open'),
          cell: ({ entry }) =>
            opennessOf(entry, t).map(({ mechanismId, seen, used }) => (
              <div key={mechanismId}>
                {entry.places.length > 1 && <>{names.get(mechanismId)}: </>}
                {seen}
                <br />
                <small class="quiet">{used}</small>
              </div>
            )),
        },
        {
          label: t('desk.usedIn'),
          cell: ({ documents }) =>
            documents.map(({ title, href, frozenAt, attributed }) => (
              <div key={`${href}${frozenAt?.toISOString()}`}>
                {href ? <a href={href}>{title}</a> : (title ?? t('use.frozenClosed'))}{' '}
                <small class="quiet">
                  {frozenAt
                    ? moment(frozenAt)
                    : t(attributed ? 'use.circulatedNamed' : 'use.circulatedUnnamed')}
                </small>
              </div>
            )),
        },
        {
          label: t('writer.title'),
          cell: ({ people }) => people.map((name) => <div key={name}>{name}</div>),
        },
      ]}
    />
  );
}
