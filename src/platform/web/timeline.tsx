import type { ComponentChildren } from 'preact';

export interface TimelineEntry {
  key: string;
  when: string;
  what: ComponentChildren;
  detail?: ComponentChildren;
}

/** What happened, or will, in order. */
export function Timeline({ entries, empty }: { entries: TimelineEntry[]; empty: string }) {
  if (entries.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.key}>
          <span class="timeline-when">{entry.when}</span>
          <div class="timeline-what">
            {entry.what}
            {entry.detail && <div class="quiet">{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
