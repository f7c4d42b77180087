import { States } from '../../accounts/states.js';
import type { Practice } from '../practice.entity.js';

/** A practice as its form sends it back. */
export function formValues({ title, language, content, version }: Practice, reader: string) {
  return {
    title,
    language,
    version,
    content: {
      ...content,
      objectives: content.objectives.map(String),
      principles: content.principles.map(String),
      countries: content.countries.map((code) => States.name(code, reader)).join('; '),
      links: content.links.join('\n'),
    },
  };
}
