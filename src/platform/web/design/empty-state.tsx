import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  /** What is not there yet: "No meetings yet". */
  title: string;
  /** One sentence: what will stand here, and why somebody would want it. */
  children?: ComponentChildren;
  /** The next step, where the reader may take it. */
  action?: { label: string; href: string } | false;
}

/** In place of a list that has nothing yet. Where a search found nothing, the bare sentence of the table does. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div class="empty-state">
    <h3>{title}</h3>
    {children && <p class="quiet">{children}</p>}
    {action && (
      <p>
        <a class="button second" href={action.href}>
          {action.label}
        </a>
      </p>
    )}
  </div>
);
