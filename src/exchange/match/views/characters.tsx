import { isolated } from '../../../platform/i18n/isolated.js';
import { sampleIn } from '../../../platform/spreadsheets/decode-text.js';
import { type Encoding, ENCODINGS } from '../../../platform/spreadsheets/encodings.js';
import { Choices } from '../../../platform/web/fields.js';
import { Form } from '../../../platform/web/form.js';
import { emptyForm, type FormState } from '../../../platform/web/submit-form.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PlanImport } from '../../plan-import.entity.js';
import { encodingLabel } from '../encoding-label.js';

/** What the characters of a file of text are taken for, and how a line of it reads in others. */
export function CharactersForm({ row, state }: { row: PlanImport; state?: FormState }) {
  const { t } = usePage();
  const { characters } = row.content;
  if (!characters) return null;
  const bySample = new Map<string, Encoding[]>();
  // What reads the same is one choice; the characters that it was read in come first.
  for (const encoding of [characters.encoding, ...ENCODINGS.filter((one) => !one.startsWith('utf-16'))]) {
    const sample = sampleIn(characters, encoding);
    // Bytes that stand for nothing there: it is not in these.
    if (/[\u0080-\u009f\ufffd]/.test(sample) && encoding !== characters.encoding) continue;
    const alike = bySample.get(sample);
    if (!alike) bySample.set(sample, [encoding]);
    else if (!alike.includes(encoding)) alike.push(encoding);
  }
  return (
    <details open={characters.guessed || state !== undefined}>
      <summary>{t('exchange.characters.title', { name: encodingLabel(characters.encoding, t) })}</summary>
      <Form
        action={`/plan-imports/${row.id}/characters`}
        state={state ?? emptyForm({ encoding: characters.encoding })}
        submit={t('exchange.characters.again')}
      >
        <Choices
          name="encoding"
          label={t('exchange.characters.choose')}
          hint={t('exchange.characters.hint')}
          options={[...bySample].map(([sample, encodings]) => ({
            value: encodings[0]!,
            label: isolated(sample),
            hint: encodings.map((one) => encodingLabel(one, t)).join(', '),
          }))}
          required
        />
      </Form>
    </details>
  );
}
