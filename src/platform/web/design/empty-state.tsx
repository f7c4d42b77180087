import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  /** What is not there yet: "No meetings yet". */
  title: string;
  /** One sentence: what will stand here, and why somebody would want it. */
  children?: ComponentChildren;
  /** The next step, where the reader may take it. */
  action?: { label: string; href: string } | false;
  /** Right below the title of the page there is no section whose heading it would stand under. */
  heading?: 'h2' | 'h3';
}

/** In place of a list that has nothing yet. Where a search found nothing, the bare sentence of the table does. */
export const EmptyState = ({ title, children, action, heading: Heading = 'h3' }: EmptyStateProps) => (
  <div class="empty-state">
    <Heading>{title}</Heading>
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
