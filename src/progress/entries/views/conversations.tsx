import { can } from '../../../accounts/roles.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { usePage } from '../../../platform/web/page-context.js';

/** Ways to the conversations about the entry, one in each mechanism the reader takes part in. */
export function Conversations({ entry, names }: { entry: SeenEntry; names: ReadonlyMap<string, string> }) {
  const { t, actor } = usePage();
  if (entry.number === 0 || entry.reporterKind === 'secretariat') return null;
  const places = [...names].filter(
    ([mechanismId]) => entry.sight === 'own' || can(actor, 'progress.accept', mechanismId),
  );
  return (
    <>
      {places.map(([mechanismId, mechanism]) => (
        <p key={mechanismId}>
          <a href={`/conversations/entry/${entry.id}/${mechanismId}`}>
            {t('conversation.about', { mechanism })}
          </a>
        </p>
      ))}
    </>
  );
}
