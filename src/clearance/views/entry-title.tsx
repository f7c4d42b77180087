import { usePage } from '../../platform/web/page-context.js';
import { LocalizedText } from '../../platform/web/prose.js';
import type { SeenClearance } from '../seen-clearance.js';

/** What a text is about, in the plan's words. */
export function EntryTitle({ entry }: Pick<SeenClearance, 'entry'>) {
  const { t } = usePage();
  const [first, ...others] = entry.items;
  if (!first) return <>{t('clearance.freeAnswer')}</>;
  return (
    <>
      <span class="quiet">{first.code}</span> <LocalizedText value={first.title} />
      {others.length > 0 && <> {t('entry.andMore', { count: others.length })}</>}
    </>
  );
}
