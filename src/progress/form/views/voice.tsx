import { Hidden, Select } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { voiceLabel } from '../../entries/labels.js';

export function Voice({ entry, voices }: { entry: SeenEntry | null; voices: string[] }) {
  const { t, language } = usePage();
  if (entry) return null;
  if (voices.length === 1) return <Hidden name="as" value={voices[0]!} />;
  return (
    <Select
      name="as"
      label={t('entry.as')}
      options={voices.map((value) => ({ value, label: voiceLabel(value, t, language) }))}
      required
    />
  );
}
