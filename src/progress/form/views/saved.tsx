import type { TextKey } from '../../../platform/i18n/i18n.js';
import { SaveStatus } from '../../../platform/web/kept/save-status.js';

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
  return (
    <SaveStatus {...{ at, problem }} form={id && `/progress/${id}/edit`}>
      {id && <input type="hidden" name="id" value={id} />}
      {version && <input type="hidden" name="version" value={version} />}
    </SaveStatus>
  );
}
