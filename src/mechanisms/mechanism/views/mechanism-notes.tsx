import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { usePage } from '../../../platform/web/page-context.js';

export function MechanismNotes({ notes }: { notes: readonly string[] }) {
  const { t } = usePage();
  if (notes.length === 0) return null;
  return (
    <details>
      <summary>{t('mechanisms.notes')}</summary>
      <ul>
        {notes.map((note) => (
          <li key={note}>
            <InEnglish>{note}</InEnglish>
          </li>
        ))}
      </ul>
    </details>
  );
}
