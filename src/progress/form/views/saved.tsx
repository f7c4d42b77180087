import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';

/** The foot of the form: which draft this is, and when it was kept. Replaced by each save while typing. */
export function Saved({
  id,
  version,
  at,
  problem,
}: {
  id?: string;
  version?: number;
  at?: Date;
  problem?: TextKey;
}) {
  const { t, moment } = usePage();
  return (
    <div id="saved" class="saved" role="status">
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={version} />}
      {problem ? t(problem) : at && t('entry.savedAt', { at: moment(at) })}
    </div>
  );
}
