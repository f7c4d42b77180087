import { languageName } from '../../../platform/i18n/language-names.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import { ITEM_STATUSES } from '../../../plans/plan/vocabulary.js';
import type { ReporterKind } from '../../entries/vocabulary.js';
import { type TextKey } from '../../../platform/i18n/i18n.js';
import { Select, TextArea, Choices, CheckBox } from '../../../platform/web/fields.js';
import { WritingTools } from '../../../platform/web/writing/writing-tools.js';
import { Fold } from '../../../platform/web/design/fold.js';
import type { FormState } from '../../../platform/web/submit-form.js';
import { listed } from '../../../platform/i18n/listed.js';
import { usePage } from '../../../platform/web/page-context.js';
import {
  type ChallengeCode,
  mechanismChallenges,
  stateChallenges,
  supportKinds,
} from '../../entries/vocabulary.data.js';

/** What many leave empty. */
const FOLDED = [
  'results',
  'challengeCodes',
  'challenges',
  'nextSteps',
  'supportKinds',
  'support',
  'practice',
].map((name) => `content.${name}`);

interface ContentFieldsProps {
  state: FormState;
  mechanism: Mechanism;
  reporterKind: ReporterKind;
  /** Challenges that were named before: they stay to be chosen, whose list they are of. */
  named: readonly ChallengeCode[];
}

export function ContentFields({ state, mechanism, reporterKind, named }: ContentFieldsProps) {
  const { t, language } = usePage();
  const languages = [...new Set([...mechanism.languages, language, 'en'])].map((value) => ({
    value,
    label: languageName(value, language),
  }));
  // A secretariat reports for its mechanism; States and partners on what they did themselves.
  const own: readonly ChallengeCode[] =
    reporterKind === 'secretariat' ? mechanismChallenges : stateChallenges;
  const challenges = [...new Set([...own, ...named])];
  // The list of what is folded on a phone is its label. What was filled in stays in sight, and so does a mistake.
  const more = listed(
    [t('entry.results'), t('entry.challenges'), t('entry.nextSteps'), t('entry.support')],
    language,
  );
  const filled = FOLDED.some(
    (name) => name in state.errors || [state.values[name] ?? []].flat().some(Boolean),
  );
  return (
    <>
      <div class="pair">
        <Select
          name="content.status"
          label={t('entry.status')}
          empty={t('entry.noStatus')}
          options={ITEM_STATUSES.map((value) => ({ value, label: t(`itemStatus.${value}` as TextKey) }))}
        />
        <Select name="content.language" label={t('entry.language')} options={languages} />
      </div>
      <WritingTools />
      <TextArea
        marked
        name="content.narrative"
        label={t('entry.narrative')}
        hint={t('entry.narrativeHint')}
        rows={8}
      />
      <Fold label={more} open={filled}>
        <TextArea marked name="content.results" label={t('entry.results')} rows={4} />
        <Choices
          name="content.challengeCodes"
          label={t('entry.challenges')}
          options={challenges.map((value) => ({ value, label: t(`challenge.${value}` as TextKey) }))}
          many
        />
        <TextArea marked name="content.challenges" label={t('entry.challengesText')} rows={3} />
        <TextArea marked name="content.nextSteps" label={t('entry.nextSteps')} rows={3} />
        <Choices
          name="content.supportKinds"
          label={t('entry.support')}
          options={supportKinds.map((value) => ({ value, label: t(`support.${value}` as TextKey) }))}
          many
        />
        <TextArea marked name="content.support" label={t('entry.supportText')} rows={3} />
        <CheckBox name="content.practice" label={t('entry.practice')} hint={t('entry.practiceHint')} />
      </Fold>
    </>
  );
}
