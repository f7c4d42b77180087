import { usePage } from './page-context.js';

interface StepsProps {
  action: string;
  /** What a screen reader says: it does not see which line the arrows stand in. */
  label: (direction: 'up' | 'down') => string;
}

/** Buttons that move one thing of a list up or down. */
export function Steps({ action, label }: StepsProps) {
  const { csrf } = usePage();
  return (
    <form method="post" action={action} class="inline steps">
      <input type="hidden" name="_csrf" value={csrf} />
      {(['up', 'down'] as const).map((direction) => (
        <button
          key={direction}
          type="submit"
          name="direction"
          value={direction}
          class="quiet-button"
          aria-label={label(direction)}
        >
          {direction === 'up' ? '↑' : '↓'}
        </button>
      ))}
    </form>
  );
}
