import { usePage } from '../../platform/web/page-context.js';
import { ItemStatusTag } from '../../plans/plan/views/status-tags.js';
import { reporterLabel } from '../../progress/entries/labels.js';
import { StandingTag } from '../../progress/words/standing-tag.js';
import type { OpenedReport } from '../sheet-view.js';

/** As much of a report as says what it is about. */
const BEGINNING = 500;

/** The reports on an item, under its row. */
export function OpenedRow(props: { itemId: string; entries: readonly OpenedReport[]; width: number }) {
  const { itemId, entries, width } = props;
  const { t } = usePage();
  return (
    <tr id={`reports-${itemId}`} class="opened">
      <td colSpan={width}>
        <div>
          {entries.length === 0 ? (
            <p class="quiet">{t('entry.none')}</p>
          ) : (
            <ul class="plain">
              {entries.map((entry) => (
                <Report key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
          <p>
            <a href={`/items/${itemId}`}>{t('sheet.wholeItem')}</a>
          </p>
        </div>
      </td>
    </tr>
  );
}

function Report({ entry }: { entry: OpenedReport }) {
  const { t, language, day } = usePage();
  const { text } = entry;
  const period = t('when.range', { from: day(entry.periodStart), until: day(entry.periodEnd) });
  return (
    <li>
      <p>
        <a href={`/progress/${entry.id}`}>
          <bdi>{reporterLabel(entry, t, language)}</bdi>
          {t('mapping.comma')}
          <bdi>{period}</bdi>
        </a>{' '}
        <StandingTag standing={entry.standing} /> <ItemStatusTag status={entry.status} />
      </p>
      {text && (
        <p dir="auto" lang={entry.language ?? undefined} class="kept">
          {text.length > BEGINNING ? `${text.slice(0, BEGINNING).replace(/[\uD800-\uDBFF]$/, '')}…` : text}
        </p>
      )}
    </li>
  );
}
