import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { LocalizedText } from '../../../platform/web/prose.js';
import { type Column, Table } from '../../../platform/web/table.js';
import type { SeenEntry, EntryDisclosure } from '../../access/seen-entry.js';

interface DisclosuresTableProps {
  entry: SeenEntry;
  names: ReadonlyMap<string, string>;
  /** A column of what can be done. */
  actions?: Column<EntryDisclosure>;
}

/** For the reporter: where an entry is, how it stands there, and what may be done with it there. */
export function DisclosuresTable({ entry, names, actions }: DisclosuresTableProps) {
  const { t } = usePage();
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
    { label: t('entry.about'), cell: (place) => <Items place={place} /> },
    {
      label: t('entry.state'),
      cell: ({ state, home }) =>
        state && t(!home && state === 'returned' ? 'link.notTakenUp' : (`entryState.${state}` as TextKey)),
    },
    {
      label: t('entry.seenBy'),
      cell: ({ visibility }) => visibility && t(`visibility.${visibility}` as TextKey),
    },
    {
      label: t('entry.inDocuments'),
      cell: ({ release }) => release && t(`release.${release}` as TextKey),
    },
    ...(actions ? [actions] : []),
  ];
  return <Table caption={t('link.places')} rows={entry.places} empty="" columns={columns} />;
}

function Items({ place }: { place: EntryDisclosure }) {
  return (
    <>
      {place.items.map((item) => (
        <div key={item.id}>
          <a href={`/items/${item.id}`}>
            <span class="quiet">{item.code}</span> <LocalizedText value={item.title} />
          </a>
        </div>
      ))}
    </>
  );
}
