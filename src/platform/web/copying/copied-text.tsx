import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usePage } from '../page-context.js';

export const COPY_SCRIPT = readFileSync(new URL('copy.js', import.meta.url), 'utf8');
const COPY_VERSION = createHash('sha256').update(COPY_SCRIPT).digest('hex').slice(0, 12);

/** An address or a key that is shown once, to be copied: by a button, or by hand where no script runs. */
export function CopiedText({ text }: { text: string }) {
  const { t } = usePage();
  return (
    <>
      <p>
        <code id="to-copy" class="secret" dir="ltr">
          {text}
        </code>
      </p>
      <p class="buttons">
        <button type="button" hidden data-copy="to-copy" data-done={t('copy.done')}>
          {t('copy.press')}
        </button>{' '}
        <span role="status" class="quiet" />
      </p>
      <script type="module" src={`/assets/copy.js?v=${COPY_VERSION}`} />
    </>
  );
}
