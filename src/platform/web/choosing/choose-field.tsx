import { describedBy, fieldId, FieldNotes, type FieldProps, useField } from '../field.js';
import { usePage } from '../page-context.js';
import { LocalizedText } from '../prose.js';
import { type Choosable, type ChoosableList, SHOW_LIST } from './choosable.js';
import { ChoosableName, ChooseRows } from './choose-rows.js';
import { CHOOSE_ADDRESS } from './choose-script.js';

interface ChooseFieldProps extends FieldProps {
  /** Offered on top: those chosen, and others that fit, with the reason. */
  top: readonly (Choosable & { hint?: string })[];
  lists: readonly ChoosableList[];
  /** What opens a list. */
  open: string;
  /** Where two fields of a form have the same name. */
  id?: string;
}

/**
 * Some of a long list, chosen by name: what is chosen stands on top in words, the lists below are opened. Without a script a
 * button gives the form back with a list in it.
 */
export function ChooseField({ top, lists, open, ...field }: ChooseFieldProps) {
  const { value, error } = useField(field.name, field.label);
  const { t } = usePage();
  const chosen = new Set([value].flat().map(String));
  const own = field.id ?? fieldId(field.name);
  const above = new Set(top.map((one) => one.value));
  return (
    <fieldset
      class={error ? 'field wrong' : 'field'}
      aria-describedby={describedBy(own, field.hint, error)}
      data-name={field.name}
      data-choose={JSON.stringify(
        Object.fromEntries(TEXTS.map((text) => [text, t(`choose.${text}`)] as const)),
      )}
    >
      <legend>
        {field.label}
        {!field.required && <span class="quiet"> {t('form.optional')}</span>}
      </legend>
      <FieldNotes id={own} hint={field.hint} error={error} />
      {top.length > 0 && (
        <div class="choices">
          {top.map((one, index) => (
            <label key={one.value} class="choice">
              <input
                id={index === 0 ? own : undefined}
                type="checkbox"
                name={field.name}
                value={one.value}
                checked={chosen.has(one.value)}
              />
              <span>
                <ChoosableName one={one} whole />
                {one.hint && <small class="quiet">{one.hint}</small>}
              </span>
            </label>
          ))}
        </div>
      )}
      <p class="choose-said" data-said role="status" />
      {lists.map((list, index) => (
        <details
          key={list.key}
          class="choose"
          open={list.rows !== null && !list.folded}
          data-href={list.href}
        >
          <summary id={top.length === 0 && index === 0 ? own : undefined}>
            {open}
            {list.name && (
              <>
                {': '}
                <bdi>
                  <LocalizedText value={list.name} />
                </bdi>
              </>
            )}
          </summary>
          {list.rows ? (
            <ChooseRows name={field.name} rows={list.rows} above={above} />
          ) : (
            <noscript>
              <button class="second" name={SHOW_LIST} value={list.key}>
                {t('choose.show')}
              </button>
            </noscript>
          )}
        </details>
      ))}
      <script type="module" src={CHOOSE_ADDRESS} />
    </fieldset>
  );
}

const TEXTS = ['none', 'some', 'shown', 'loading', 'failed'] as const;
