import { Status } from '../../../platform/web/design/status.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Release } from '../../../progress/entries/vocabulary.js';

/** That no document uses an answer that was accepted, as its delegation has not released it. */
export function NotReleased({ release }: { release: Release | null | undefined }) {
  const { t } = usePage();
  return release === 'none' ? <Status mark="open">{t('uses.notReleased')}</Status> : null;
}
