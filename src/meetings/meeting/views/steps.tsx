import { usePage } from '../../../platform/web/page-context.js';

/** Buttons that move one thing of a list up or down; `name` says which, to those who only hear it. */
export function Steps({ action, name }: { action: string; name: string }) {
  const { t, csrf } = usePage();
  return (
    <form method="post" action={action} class="inline steps">
      <input type="hidden" name="_csrf" value={csrf} />
      <button
        type="submit"
        name="direction"
        value="up"
        class="quiet-button"
        aria-label={t('meeting.up', { name })}
      >
        ↑
      </button>
      <button
        type="submit"
        name="direction"
        value="down"
        class="quiet-button"
        aria-label={t('meeting.down', { name })}
      >
        ↓
      </button>
    </form>
  );
}
