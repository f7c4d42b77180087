import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { OUTCOMES, type Preview } from '../outcome.js';
import { OutcomeTable } from './outcomes.js';
import type { PlanImport } from '../../plan-import.entity.js';
import type { PreviewQuery } from '../../import.dto.js';

/** Rows on one page. */
const ROWS_SHOWN = 100;

/** The rows of one kind, a page of them; each kind with its number. */
export function Rows({ row, preview, query }: { row: PlanImport; preview: Preview; query: PreviewQuery }) {
  const { t } = usePage();
  const { outcomes } = preview;
  const kinds = [
    ...OUTCOMES.map((kind) => [kind, outcomes.filter((one) => one.kind === kind)] as const),
    ['moved', outcomes.filter((one) => one.moved)] as const,
    ['notices', outcomes.filter((one) => one.notices.length > 0)] as const,
  ];
  const shown = kinds.find(([kind]) => kind === query.show)?.[1] ?? outcomes;
  const from = query.from ?? 0;
  const address = `/plan-imports/${row.id}/preview?show=${query.show ?? ''}`;
  return (
    <>
      <ul class="plain sorts">
        {[['', outcomes] as const, ...kinds].map(([kind, list]) =>
          list.length === 0 ? null : (
            <li key={kind}>
              <a
                href={`/plan-imports/${row.id}/preview?show=${kind}#rows`}
                aria-current={kind === (query.show ?? '') ? 'true' : undefined}
              >
                {t(`exchange.show.${kind || 'all'}` as TextKey)} <bdi class="quiet">{list.length}</bdi>
              </a>
            </li>
          ),
        )}
      </ul>
      <OutcomeTable outcomes={shown.slice(from, from + ROWS_SHOWN)} />
      <p class="buttons">
        {from > 0 && (
          <a href={`${address}&from=${Math.max(0, from - ROWS_SHOWN)}#rows`} rel="prev">
            {t('exchange.preview.before')}
          </a>
        )}
        {from + ROWS_SHOWN < shown.length && (
          <a href={`${address}&from=${from + ROWS_SHOWN}#rows`} rel="next">
            {t('exchange.preview.after')}
          </a>
        )}
      </p>
    </>
  );
}
