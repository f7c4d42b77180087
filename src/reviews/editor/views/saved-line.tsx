import { InvalidError, type ConflictError } from '../../../platform/errors.js';
import { messageText } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';

/** What the foot of an editor says after it saved by itself: that it did, with the version it made; or why it could not. */
export function SavedLine({
  version,
  problem,
}: {
  version?: number;
  problem?: InvalidError | ConflictError;
}) {
  const { t, moment, now } = usePage();
  if (version !== undefined)
    return <span data-version={version}>{t('editor.saved', { at: moment(now) })}</span>;
  if (!(problem instanceof InvalidError)) return <span data-version="">{t('editor.changedElsewhere')}</span>;
  const [message] = Object.values(problem.fields);
  return (
    <span data-version="">
      {t('editor.notSaved')} {message && messageText(t, message)}
    </span>
  );
}
