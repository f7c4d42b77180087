import { usePage } from '../../platform/web/page-context.js';
import type { Plan } from '../../plans/plan/plan.entity.js';
import { filterText, sheetAddress } from '../sheet-address.js';
import type { SheetContext } from '../sheet-view.js';
import type { SheetQuery } from '../sheet.dto.js';

/** What is looked at as a file, the whole plan too, and the way back for a file that was changed. */
export function FileLinks({
  plan,
  query,
  context,
}: {
  plan: Plan;
  query: SheetQuery;
  context: SheetContext;
}) {
  const { t } = usePage();
  const shown = filterText(query);
  const back = encodeURIComponent(sheetAddress(plan.id, query));
  return (
    <p class="buttons">
      <a href={`/plans/${plan.id}/sheet.xlsx${shown && `?${shown}`}`} download>
        {t('sheet.excel')}
      </a>
      {shown !== '' && (
        <a href={`/plans/${plan.id}/sheet.xlsx`} download>
          {t('sheet.excelWhole')}
        </a>
      )}
      {context.bulk && <a href={`/plans/${plan.id}/import?back=${back}`}>{t('sheet.bringBack')}</a>}
    </p>
  );
}
