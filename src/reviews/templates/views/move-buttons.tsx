import { usePage } from '../../../platform/web/page-context.js';

/** Moves one thing of a template up or down, as the template was read. */
export function MoveButtons({ action, version, name }: { action: string; version: number; name: string }) {
  const { csrf, t } = usePage();
  return (
    <form method="post" action={action} class="inline steps">
      <input type="hidden" name="_csrf" value={csrf} />
      <input type="hidden" name="version" value={version} />
      {(['up', 'down'] as const).map((direction) => (
        <button
          key={direction}
          type="submit"
          name="direction"
          value={direction}
          class="quiet-button"
          aria-label={t(`meeting.${direction}`, { name })}
        >
          {direction === 'up' ? '↑' : '↓'}
        </button>
      ))}
    </form>
  );
}
