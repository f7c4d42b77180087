import type { ComponentChildren } from 'preact';

/**
 * How far a thing is, as a shape: being written, begun by nobody, on its way, done, waiting for somebody, stopped.
 * None is better or worse than another.
 */
export type Mark = 'draft' | 'open' | 'half' | 'full' | 'waits' | 'stopped';

/** A status: a mark and a word. For what is no status (a kind, a property) a plain `tag` does. */
export const Status = ({ mark, children }: { mark: Mark; children: ComponentChildren }) => (
  <span class={`tag mark ${mark}`}>{children}</span>
);
