import type { FieldErrors, FieldMessage } from '../../platform/errors.js';
import { Problem } from '../../platform/http/field.js';
import type { Localized } from '../../platform/i18n/localized.js';
import { isAmount, isCurrency } from './funding.js';
import type { ItemInput } from './item.dto.js';
import { ITEM_LIMITS as MAX, ownerOf, referenceOf } from './item-fields.js';
import { snapshotOf } from './snapshot.js';
import { whenProblems } from './when.js';

/**
 * What is wrong with an item that was put together from cells, by the path of its field: the messages that `ItemInput`
 * has for the same item. An import asks this of thousands of rows, for which reading the class anew takes too long.
 */
export function itemProblems(item: ItemInput): FieldErrors {
  const errors: FieldErrors = {};
  const wrong = (path: string, key: string, values?: FieldMessage['values']) =>
    (errors[path] ??= values ? { key, values } : { key });
  const atMost = (path: string, { length }: { length: number }, maximum: number, key = 'error.tooLong') => {
    if (length > maximum) wrong(path, key, { maximum });
  };
  const texts = (path: string, value: Localized | null, maximum: number) => {
    for (const [language, text] of Object.entries(value?.texts ?? {}))
      atMost(`${path}.texts.${language}`, text, maximum);
  };
  const { code, title, description, deliverables, notes, kind, when, funding } = item;
  const { owners, references } = snapshotOf(item);
  atMost('code', code, MAX.code);
  texts('title', title, MAX.title);
  if (!title.texts[title.original]) wrong(`title.texts.${title.original}`, 'error.required');
  texts('description', description, MAX.description);
  texts('deliverables', deliverables, MAX.description);
  texts('notes', notes, MAX.description);
  atMost('kind', kind ?? '', MAX.kind);
  atMost('when.text', when.text ?? '', MAX.whenText);
  for (const [field, key] of whenProblems(when)) wrong(`when.${field}`, key);
  each('owners', owners, MAX.owners, MAX.owner, ownerOf);
  each('references', references, MAX.references, MAX.reference, referenceOf);
  if (funding?.currency && !isCurrency(funding.currency)) wrong('funding.currency', 'error.currency');
  for (const name of ['needed', 'pledged', 'gap'] as const)
    if (funding?.[name] && !isAmount(funding[name])) wrong(`funding.${name}`, 'error.amount');
  return errors;

  function each(
    path: string,
    list: string[],
    most: number,
    longest: number,
    read: (text: string) => unknown,
  ) {
    atMost(path, list, most, 'error.tooBig');
    if (list.length > most) return;
    for (const [index, text] of list.entries()) {
      const place = `${path}.${index}`;
      atMost(place, text, longest);
      const value = read(text);
      if (value instanceof Problem) wrong(place, value.errors['']!.key);
    }
  }
}
