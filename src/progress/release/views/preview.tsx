import { listed } from '../../../platform/i18n/listed.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import type { EntryDisclosure } from '../../access/seen-disclosure.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { reporterLabel } from '../../entries/labels.js';
import { Content } from '../../entries/views/content.js';
import type { EntrySummary } from '../../summaries/summary.entity.js';

/** What each use would show, in the words that count: those accepted here, or, before, those that are there. */
export function Preview({
  entry,
  disclosure,
  wordings,
}: {
  entry: SeenEntry;
  disclosure: EntryDisclosure;
  wordings: EntrySummary[];
}) {
  const { t, language } = usePage();
  const { acceptedVersion, mechanismId, items } = disclosure;
  const accepted = entry.versions.find(({ number }) => number === acceptedVersion);
  const shown = accepted ?? entry;
  const wording = wordings.find(
    (one) => one.mechanismId === mechanismId && one.state === 'approved' && one.number === acceptedVersion,
  );
  const words = wording?.text ?? shown.content.narrative;
  // What stands here, or what will.
  const about = accepted?.items.filter(({ plan }) => plan.mechanismId === mechanismId) ?? items;
  const codes = about.map(({ code }) => code).filter(Boolean);
  const who = reporterLabel(entry, t, language);
  const list = listed(codes, language);
  const cited = listed(
    shown.evidence.map(({ title, url }) => (url ? `${title} (${url})` : title)),
    language,
  );
  const aboutItems = codes.length > 0 && t('doc.about.items', { count: codes.length, items: list });
  return (
    <details class="card">
      <summary>{t(accepted ? 'use.preview' : 'use.previewLater')}</summary>
      <h3>{t('use.preview.readers')}</h3>
      <Content entry={shown} />
      <h3>{t('use.preview.documents')}</h3>
      <p>
        <em>{t('use.unattributed')}</em>: {t('doc.lead', { who: t(unnamedKey(entry)) })}
      </p>
      <p>
        <em>{t('use.attributed')}</em>:{' '}
        {aboutItems ? t('doc.lead.about', { who, about: aboutItems }) : t('doc.lead', { who })}
      </p>
      {words ? (
        <Prose text={words} language={wording?.language ?? shown.content.language ?? undefined} />
      ) : (
        <p class="quiet">{t('use.noWords')}</p>
      )}
      {words && shown.evidence.length > 0 && (
        <p>
          <em>{t('use.attributed')}</em>: {t('doc.part.evidence', { list: cited })}
        </p>
      )}
    </details>
  );
}

const unnamedKey = ({ reporterKind }: SeenEntry): TextKey =>
  reporterKind === 'state' ? 'doc.who.member' : 'doc.who.contributor';
