import { useField, fieldId } from '../../platform/web/field.js';
import { usePage } from '../../platform/web/page-context.js';

const MORE_ROWS = 3;
const TARGET_PARTS = [
  { part: 'year', label: 'indicator.year' },
  { part: 'value', label: 'reading.value' },
  { part: 'text', label: 'indicator.inWords' },
] as const;
/** A row of fields for each target, and some more for new ones; a row left empty is none. */
export function TargetRows({ rows }: { rows: number }) {
  const { t } = usePage();
  return (
    <fieldset class="field group">
      <legend>{t('indicator.targets')}</legend>
      <p class="hint">{t('indicator.targetsHint')}</p>
      <table class="fields">
        <thead>
          <tr>
            {TARGET_PARTS.map(({ part, label }) => (
              <th key={part} scope="col">
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows + MORE_ROWS }, (_, row) => (
            <tr key={row}>
              {TARGET_PARTS.map(({ part, label }) => (
                <td key={part}>
                  <CellField
                    name={`targets.${row}.${part}`}
                    label={t('indicator.targetField', { number: row + 1, field: t(label) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

/** A field in a table: the column says what it is to the eye, its own label to the ear. */
function CellField({ name, label }: { name: string; label: string }) {
  const { value, error } = useField(name, label);
  const id = fieldId(name);
  return (
    <>
      <input
        id={id}
        name={name}
        value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
        autocomplete="off"
        aria-label={label}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
