import { zoneName } from '../../../platform/i18n/zones.js';
import { languageName } from '../../../platform/i18n/language-names.js';
import { listed } from '../../../platform/i18n/listed.js';
import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Facts } from '../../../platform/web/table.js';
import type { Mechanism } from '../mechanism.entity.js';
import { regionNames } from '../mechanism.view.js';
import { regionalCommissions } from '../../registry/registry.data.js';
import { type RegistryEntry, registryEntry } from '../../registry/registry.js';

/** What is known of a mechanism, by source. What nobody confirmed is no fact: remarks on it are in the API. */
export function MechanismFacts({ mechanism }: { mechanism: Mechanism }) {
  const { t, language } = usePage();
  const entry = registryEntry(mechanism.id);
  const languages = (codes: readonly string[]) =>
    listed(
      codes.map((code) => languageName(code, language)),
      language,
      'unit',
    );
  const english = (value: string | null | undefined) => value && <InEnglish>{value}</InEnglish>;
  return (
    <>
      <Facts
        facts={[
          { label: t('mechanisms.category'), value: t(`mechanisms.category.${mechanism.category}.one`) },
          { label: t('mechanisms.regions'), value: entry && regionNames(entry.regions, language) },
          { label: t('mechanisms.year'), value: entry?.yearEstablished },
          { label: t('mechanisms.active'), value: active(entry) && t(`mechanisms.active.${active(entry)!}`) },
          { label: t('mechanisms.formerNames'), value: english(entry?.formerNames.join('; ')) },
          { label: t('mechanisms.secretariat'), value: english(entry?.secretariat) },
          { label: t('mechanisms.organization'), value: english(entry?.associatedOrganization) },
          {
            label: t('mechanisms.workingLanguages'),
            value: entry?.workingLanguages && languages(entry.workingLanguages),
          },
          { label: t('mechanisms.commissions'), value: english(entry && commissionsOf(entry)) },
          { label: t('mechanisms.languagesHere'), value: languages(mechanism.languages) },
          { label: t('account.zone'), value: zoneName(mechanism.zone, language) },
        ]}
      />
      {entry && (
        <>
          <p class="quiet">
            {t('framework.source')} <InEnglish>{entry.source}</InEnglish>
          </p>
        </>
      )}
    </>
  );
}

const active = (entry: RegistryEntry | undefined) =>
  entry?.active === undefined || entry.active === null ? null : entry.active ? 'yes' : 'no';

const commissionsOf = (entry: RegistryEntry) =>
  regionalCommissions
    .filter((one) => entry.commissions.includes(one.code))
    .map((one) => `${one.name} (${one.code})`)
    .join('; ');
