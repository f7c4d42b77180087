/*
 * What was typed into a form: texts by the names of their fields. No passwords, no codes, no files, and nothing that the
 * page carries along.
 */

/** The answer of a passkey, and what stands in a field that shows its password. */
const SECRETS = /password|^current$|^response$/i;
const SKIPPED = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image', 'fieldset', 'output'];

const fieldsOf = (form) =>
  [...form.elements].filter(({ name, type }) => name && !SECRETS.test(name) && !SKIPPED.includes(type));
const isTicked = ({ type }) => type === 'checkbox' || type === 'radio';

function chosen(select, asSent) {
  const options = [...select.options];
  const found = options.filter((option) => (asSent ? option.defaultSelected : option.selected));
  // A list shows its first line when none is chosen.
  return (found.length === 0 && !select.multiple ? options.slice(0, 1) : found).map(({ value }) => value);
}

function valueOf(field, asSent) {
  if (isTicked(field)) return (asSent ? field.defaultChecked : field.checked) ? [field.value] : [];
  if (field.options) return chosen(field, asSent);
  return [asSent ? field.defaultValue : field.value];
}

/** Lists of texts by name; `asSent`: as the server sent them, whatever stands in the fields now. */
export function valuesOf(form, asSent = false) {
  const values = {};
  for (const field of fieldsOf(form)) (values[field.name] ??= []).push(...valueOf(field, asSent));
  return values;
}

export function writeValues(form, values) {
  const taken = {};
  for (const field of fieldsOf(form)) {
    const texts = values[field.name];
    if (!texts) continue;
    if (isTicked(field)) field.checked = texts.includes(field.value);
    else if (field.options)
      for (const option of field.options) option.selected = texts.includes(option.value);
    else {
      const index = (taken[field.name] ??= 0);
      taken[field.name] += 1;
      if (texts[index] !== undefined) field.value = texts[index];
    }
  }
  // Lists that are loaded when they are opened have their own boxes to tick.
  form.dispatchEvent(new CustomEvent('kept-values', { detail: values }));
}

/** What says something else than the form says now, with the names of the fields as a person reads them. */
export function differences(form, values) {
  const now = valuesOf(form);
  return Object.entries(values)
    .filter(([name, texts]) => texts.join('') !== (now[name] ?? []).join(''))
    .map(([name, texts]) => ({ label: labelOf(form, name), text: texts.join('\n') }));
}

function labelOf(form, name) {
  const field = fieldsOf(form).find((one) => one.name === name);
  const label =
    field && (isTicked(field) ? field.closest('fieldset')?.querySelector('legend') : field.labels?.[0]);
  // Without the word that says it may stay empty.
  return label?.firstChild?.textContent.trim() ?? '';
}

/** Over which versions the form was opened, to tell whether somebody saved something since. */
export const versionsOf = (form) =>
  [...form.querySelectorAll('input[type="hidden"]')]
    .filter(({ name }) => /(^|\.)version$/.test(name))
    .map(({ value }) => value)
    .join();
