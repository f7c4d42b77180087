import type { AuditEvent } from '../platform/database/history.js';
import type { Translate } from '../platform/i18n/i18n.js';

/** Who did something, as people read it: the command line is no name of anybody. */
export const actorNameOf = (
  { accountId, actorName }: Pick<AuditEvent, 'accountId' | 'actorName'>,
  t: Translate,
): string => (accountId === null && actorName === 'command' ? t('audit.byCommand') : actorName);
