import { LANGUAGES } from '../../../platform/i18n/i18n.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { TextArea, TextField } from '../../../platform/web/fields.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { OwnTemplate } from '../own-template.entity.js';
import { inReaders } from '../template-words.js';

interface InLanguagesProps {
  name: string;
  label: string;
  hint?: string;
  long?: boolean;
}

/** One field for each language of the interface, the reader's first. */
export function FieldsInLanguages({ name, label, hint, long }: InLanguagesProps) {
  const { t, language: reader } = usePage();
  const order = [...new Set([reader, ...LANGUAGES])];
  return (
    <>
      {order.map((language, index) => {
        const field = {
          name: `${name}.${language}`,
          label: t('template.inLanguage', { label, language: languageName(language, reader) }),
          hint: index === 0 ? hint : undefined,
          language,
        };
        return long ? (
          <TextArea key={language} {...field} rows={3} />
        ) : (
          <TextField key={language} {...field} />
        );
      })}
    </>
  );
}

/** How long it may be; nothing typed is no limit. */
export function LimitFields() {
  const { t } = usePage();
  return (
    <>
      <TextField name="words" type="number" short label={t('template.words')} />
      <TextField name="charactersLeast" type="number" short label={t('template.charactersLeast')} />
      <TextField
        name="charactersMost"
        type="number"
        short
        label={t('template.charactersMost')}
        hint={t('template.charactersHint')}
      />
    </>
  );
}

/** The way to the pages of one own template. */
export function useTemplateCrumbs(mechanism: Mechanism, own: OwnTemplate) {
  const { t, language } = usePage();
  const home = `/mechanisms/${mechanism.id}`;
  return [
    { label: shortNameIn(mechanism, language), href: home },
    { label: t('section.documents'), href: `${home}/documents` },
    { label: t('template.templates'), href: `${home}/templates` },
    { label: inReaders(own.definition.name, language), href: `/document-templates/${own.id}` },
  ];
}
