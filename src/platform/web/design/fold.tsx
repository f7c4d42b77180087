import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.js';

interface FoldProps {
  label: string;
  /** Whether the label is the heading of what is folded; that is shown above it on a wider page. */
  heading?: boolean;
  open?: boolean;
  children: ComponentChildren;
}

/** What a page can do without at first on a phone: closed there under its label, plain on a wider page. */
export function Fold({ label, heading, open, children }: FoldProps) {
  return (
    <>
      {heading && <h2>{label}</h2>}
      <details class={heading ? 'fold heads' : 'fold'} open={open}>
        <summary>{label}</summary>
      </details>
      <div class="folded">{children}</div>
    </>
  );
}

/** So many rows stand on a phone at first; `fold.css` says the same. */
const ROWS = 4;

interface ShortenedProps {
  /** How many rows the list or the table has. */
  count: number;
  children: ComponentChildren;
}

/** A list or a table that shows its first rows on a phone, and all of them when asked; whole on a wider page. */
export function Shortened({ count, children }: ShortenedProps) {
  const { t } = usePage();
  if (count <= ROWS) return <>{children}</>;
  return (
    <div class="shortened">
      {children}
      <details class="fold">
        <summary>{t('asked.all', { count })}</summary>
      </details>
    </div>
  );
}
