import { describedBy, Field, fieldId, FieldNotes, type FieldProps, useField } from './field.js';
import { usePage } from './page-context.js';

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]).map(
    String,
  );

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'url' | 'search' | 'time' | 'color';
  autocomplete?: string;
  /** Which keys a phone offers. */
  inputmode?: 'numeric';
  language?: string;
  short?: boolean;
  /** Id of a `datalist` of what may be typed. */
  list?: string;
};

export function TextField({
  type = 'text',
  autocomplete,
  inputmode,
  language,
  short,
  list,
  ...field
}: TextFieldProps) {
  const { value } = useField(field.name);
  // A browser's own field for addresses refuses what people paste, and those in other alphabets.
  const isEmail = type === 'email';
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          // Preact's types ask for one literal; ours is any of the kinds of text.
          {...({ type: isEmail ? 'text' : type } as { type: 'text' })}
          {...(isEmail && { dir: 'ltr' as const, spellcheck: false, autocapitalize: 'none' as const })}
          value={type === 'password' ? '' : textOf(value)}
          autocomplete={autocomplete ?? 'off'}
          inputMode={isEmail ? 'email' : inputmode}
          list={list}
          required={field.required}
          lang={language}
          {...(language && { dir: 'auto' as const })}
          class={short ? 'short' : undefined}
        />
      )}
    </Field>
  );
}

/** `marked`: its words may hold lists, tables, links and footnotes (`WritingTools` beside it in the form). */
export function TextArea({
  rows = 5,
  language,
  marked,
  ...field
}: FieldProps & { rows?: number; language?: string; marked?: boolean }) {
  const { value } = useField(field.name);
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          lang={language}
          dir="auto"
          required={field.required}
          data-marked={marked ? '' : undefined}
        >
          {textOf(value)}
        </textarea>
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Under which heading it stands in a list to choose one from. */
  group?: string;
}

/** One of a list. `empty` is the label of "none of them". */
export function Select({ options, empty, ...field }: FieldProps & { options: Option[]; empty?: string }) {
  const { value } = useField(field.name);
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} required={field.required}>
          {empty !== undefined && <option value="">{empty}</option>}
          {[...new Set(options.map(({ group }) => group))].map((group) => {
            const inside = options
              .filter((option) => option.group === group)
              .map((option) => (
                <option key={option.value} value={option.value} selected={textOf(value) === option.value}>
                  {option.label}
                </option>
              ));
            return group === undefined ? inside : <optgroup key={group} label={group} children={inside} />;
          })}
        </select>
      )}
    </Field>
  );
}

/** A group of boxes (`many`) or of radio buttons, in a fieldset with the label as its legend. */
export function Choices(
  props: FieldProps & { options: (Option & { hint?: string })[]; many?: boolean; columns?: boolean },
) {
  const { value, error } = useField(props.name, props.label);
  const { t } = usePage();
  const chosen = listOf(value);
  const id = fieldId(props.name);
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={describedBy(id, props.hint, error)}>
      <legend>
        {props.label}
        {!props.required && <span class="quiet"> {t('form.optional')}</span>}
      </legend>
      <FieldNotes id={id} hint={props.hint} error={error} />
      <div class={props.columns ? 'choices columns' : 'choices'}>
        {props.options.map((option, index) => (
          <label key={option.value} class="choice">
            <input
              // The summary of errors leads here.
              id={index === 0 ? id : undefined}
              type={props.many ? 'checkbox' : 'radio'}
              name={props.name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small class="quiet">{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function CheckBox({ name, label, hint }: FieldProps) {
  const { value } = useField(name, label);
  return (
    <div class="field">
      <label class="choice">
        <input
          id={fieldId(name)}
          type="checkbox"
          name={name}
          value="on"
          checked={value === true || value === 'on'}
        />
        <span>
          {label}
          {hint && <small class="quiet">{hint}</small>}
        </span>
      </label>
    </div>
  );
}

/** A browser sends a file once: after anything was refused, the file is to be chosen again. */
export function FileField({
  accept,
  multiple,
  ...field
}: FieldProps & { accept?: string; multiple?: boolean }) {
  const { refused } = useField(field.name);
  const { t } = usePage();
  const hint = [refused && t('form.fileAgain'), field.hint].filter(Boolean).join(' ');
  return (
    <Field {...field} hint={hint || undefined}>
      {(control) => <input {...control} type="file" accept={accept} multiple={multiple} />}
    </Field>
  );
}

export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
);
