import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { type Column, Table } from '../../../platform/web/table.js';
import { isEditable } from '../entry.workflow.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import type { EntryDisclosure } from '../../access/seen-disclosure.js';

interface DisclosuresTableProps {
  entry: SeenEntry;
  names: ReadonlyMap<string, string>;
  /** A column of what can be done. */
  actions?: Column<EntryDisclosure>;
}

/** For the reporter: where an entry is, how it stands there, and what may be done with it there. */
export function DisclosuresTable({ entry, names, actions }: DisclosuresTableProps) {
  const { t } = usePage();
  const { number, state: current } = entry;
  const rewritten = number > 0 && isEditable(current);
  const columns: Column<EntryDisclosure>[] = [
    {
      label: t('release.mechanism'),
      heading: true,
      cell: ({ mechanismId, home }) => (
        <>
          {names.get(mechanismId)} {!home && <span class="tag">{t('link.linked')}</span>}
        </>
      ),
    },
    { label: t('entry.about'), cell: (disclosure) => <Items disclosure={disclosure} /> },
    {
      label: t('entry.state'),
      cell: ({ standing }) => {
        const state = t(`entryState.${standing}`);
        // While the next version is written, what stands is another text.
        return rewritten && standing !== entry.standing ? t('entry.versionIs', { number, state }) : state;
      },
    },
    {
      label: t('entry.seenBy'),
      cell: ({ visibility }) => {
        if (current === 'withdrawn') return t('entry.seenByOwn');
        const who = visibility && t(`visibility.${visibility}` as TextKey);
        return number > 0 ? who : t('entry.onceSubmitted', { who });
      },
    },
    {
      label: t('entry.inDocuments'),
      cell: ({ release }) => release && t(`release.${release}` as TextKey),
    },
    ...(actions ? [actions] : []),
  ];
  return <Table caption={t('link.places')} rows={entry.places} empty="" columns={columns} />;
}

function Items({ disclosure }: { disclosure: EntryDisclosure }) {
  return (
    <>
      {disclosure.items.map((item) => (
        <div key={item.id}>
          <a href={`/items/${item.id}`}>
            <CodeAndTitle quiet code={item.code} title={item.title} />
          </a>
        </div>
      ))}
    </>
  );
}

/** Where it is, what may be done with it there, and the ways to change either. */
export function Disclosures({ entry, names }: { entry: SeenEntry; names: ReadonlyMap<string, string> }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('disclosure.title')}</h2>
      <p class="quiet">{t('disclosure.text')}</p>
      <DisclosuresTable entry={entry} names={names} />
      <p class="actions">
        <a class="button second" href={`/progress/${entry.id}/release`}>
          {t('link.decide')}
        </a>
        {entry.reporterKind !== 'secretariat' && (
          <a href={`/progress/${entry.id}/links`}>{t('link.title')}</a>
        )}
      </p>
    </section>
  );
}
