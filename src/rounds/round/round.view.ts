import { States } from '../../accounts/states.js';
import { objectiveLabel } from '../../framework/framework.js';
import { alphabet } from '../../platform/i18n/alphabet.js';
import { type Localized, rendition, type Rendition } from '../../platform/i18n/localized.js';
import type { RoundAddressee, RoundQuestion } from './round.entity.js';
import { ANSWERED_STATES } from './round.workflow.js';
import type { AddresseeState } from './vocabulary.js';

/** A State by its name in the reader's language, a partner as it is called. */
export const addresseeName = (
  { kind, subject }: Pick<RoundAddressee, 'kind' | 'subject'>,
  language: string,
) => (kind === 'state' ? States.name(subject, language) : subject);

/** States by their names in a language, then partners by theirs: the only order there is. */
export function inAlphabet<T extends Pick<RoundAddressee, 'kind' | 'subject'>>(
  addressees: readonly T[],
  language: string,
): T[] {
  const { compare } = alphabet(language);
  return [...addressees].sort(
    (a, b) =>
      Number(a.kind === 'partner') - Number(b.kind === 'partner') ||
      compare(addresseeName(a, language), addresseeName(b, language)),
  );
}

/** How far an addressee is; in one word, whoever reads it: what waits for its word is no answer yet, and not nothing either. */
export const addresseeStanding = ({
  state,
  toConfirm,
}: Pick<RoundAddressee, 'state' | 'toConfirm'>): `addresseeState.${AddresseeState | 'to-confirm'}` =>
  `addresseeState.${toConfirm && !ANSWERED_STATES.includes(state) ? 'to-confirm' : state}`;

/** What a question is about, in words: an item by its code and title, an objective by our label, or its own text. */
export function questionTitle(question: RoundQuestion, language: string): Rendition & { code: string } {
  if (question.item) return { ...rendition(question.item.title, language), code: question.item.code };
  if (question.objective !== null) {
    const { text, language: of } = objectiveLabel(question.objective, language);
    return {
      text,
      language: of,
      fallback: of !== language,
      original: true,
      code: String(question.objective),
    };
  }
  return { ...rendition(question.text ?? NOTHING, language), code: '' };
}

const NOTHING: Localized = { original: 'en', texts: {} };

/** The notice for a delegation that has submitted. */
export const handedInNotice = (keptBack: boolean) =>
  keptBack ? 'notice.handedInForClearance' : 'notice.handedIn';
