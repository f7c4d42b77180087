import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usePage } from '../page-context.js';

export const PALETTE = readFileSync(new URL('./palette.js', import.meta.url), 'utf8');
export const PALETTE_VERSION = createHash('sha256').update(PALETTE).digest('hex').slice(0, 12);
export const SHORTCUTS_PAGE = '/shortcuts';

/** For who is signed in, and did not switch it off. */
export function PaletteScript() {
  const { t, actor } = usePage();
  if (actor.kind !== 'person' || actor.noShortcuts) return null;
  return (
    <script
      type="module"
      src={`/assets/palette.js?v=${PALETTE_VERSION}`}
      data-palette=""
      data-list={SHORTCUTS_PAGE}
      data-title={t('palette.title')}
      data-all={t('palette.all')}
      data-close={t('palette.close')}
    />
  );
}
