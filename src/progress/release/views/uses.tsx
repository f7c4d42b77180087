import type { TextKey } from '../../../platform/i18n/i18n.js';
import { Choices } from '../../../platform/web/fields.js';
import { HelpLink } from '../../../platform/web/help/help-link.js';
import { usePage } from '../../../platform/web/page-context.js';
import { USES } from '../release-uses.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { reporterLabel } from '../../entries/labels.js';
import type { WhereRead } from '../../../mechanisms/readers/reader-words.js';
import { WhoReads } from './who-reads.js';

interface UseChoicesProps {
  entry: Pick<SeenEntry, 'reporterKind' | 'reporter'>;
  where: WhereRead;
}

/** The four uses, each with what it means, and once who is meant by name. None is ticked to begin with. */
export function UseChoices({ entry, where }: UseChoicesProps) {
  const { t, language } = usePage();
  const reporter = reporterLabel(entry, t, language);
  return (
    <>
      <HelpLink topic="visibility" named />
      <HelpLink topic="release" named />
      <Choices
        name="uses"
        label={t('use.title')}
        hint={t('use.hint')}
        options={USES.map((value) => ({
          value,
          label: t(`use.${value}` as TextKey),
          hint: t(`use.${value}.hint` as TextKey, { reporter }),
        }))}
        many
        required
      />
      <WhoReads chooser={{ ...where, reporterKind: entry.reporterKind }} />
    </>
  );
}
