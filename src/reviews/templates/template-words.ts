import { principleName } from '../../framework/framework.js';
import { States } from '../../accounts/states.js';
import type { Translate } from '../../platform/i18n/i18n.js';
import { localeOf } from '../../platform/i18n/dates.js';
import { listed } from '../../platform/i18n/listed.js';
import type { Content, InLanguages, Limits } from './template.js';

/** In the reader's language, else as it is. */
export const inReaders = (text: InLanguages, language: string): string =>
  (text as Record<string, string>)[language] ?? text.en;

/** "Objective by objective: round table 1; results and next steps" */
export function contentWords({ kind, only }: Content, t: Translate, language: string): string {
  const parts = [
    ...(only?.roundTable ? [t('scope.roundTableOne', { number: only.roundTable })] : []),
    ...(only?.objectives?.length
      ? [t('scope.objectivesList', { list: listed(only.objectives.map(String), language) })]
      : []),
    ...(only?.principles?.length
      ? [
          listed(
            only.principles.map((number) => principleName(number, language).text),
            language,
          ),
        ]
      : []),
    ...(only?.itemId ? [t('scope.branch')] : []),
    ...(only?.states?.length
      ? [
          listed(
            only.states.map((code) => States.name(code, language)),
            language,
          ),
        ]
      : []),
    ...(only?.parts?.length
      ? [
          listed(
            only.parts.map((part) => t(`entryPart.${part}`)),
            language,
          ),
        ]
      : []),
  ];
  const what = t(`content.${kind}`);
  return parts.length > 0 ? t('scope.narrowed', { what, only: parts.join('; ') }) : what;
}

/** "At most 1,000 words", "300 to 3,000 characters" */
export function limitWords(limits: Limits | null, t: Translate, language: string): string[] {
  const figure = (value: number) => value.toLocaleString(localeOf(language));
  if (!limits) return [];
  const { words, characters } = limits;
  return [
    ...(words ? [t('template.mostWords', { count: words, words: figure(words) })] : []),
    ...(characters
      ? [
          characters.least
            ? t('template.characterRange', {
                least: figure(characters.least),
                most: figure(characters.most),
              })
            : t('template.mostCharacters', { most: figure(characters.most) }),
        ]
      : []),
  ];
}
