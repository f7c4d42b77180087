import type { CompileContent } from './content.js';
import { sourceOf } from './reports.js';

/** With whom the mechanism works: partners that answer for items of its plans, and those that reported by name. */
export const partnershipsContent: CompileContent = function* ({ at, facts, material, entries }, words) {
  const { t, alphabet } = words;
  const owners = facts.items.flatMap(({ id }) => material.items?.get(id)?.owners ?? []);
  const namesOf = (kind: 'partner' | 'working-group') =>
    [...new Set(owners.flatMap((one) => (one.kind === kind && one.subject ? [one.subject] : [])))].sort(
      alphabet.compare,
    );
  const reports = [...entries.values()].filter(
    ({ attributed, reporterKind }) => attributed && reporterKind === 'partner',
  );
  const reporting = [...new Set(reports.flatMap(({ reporter }) => reporter ?? []))].sort(alphabet.compare);
  const [partners, groups] = [namesOf('partner'), namesOf('working-group')];
  const sentences = [
    partners.length > 0 &&
      t('say.partnerships.plan', { count: partners.length, list: words.listed(partners) }),
    groups.length > 0 && t('say.partnerships.groups', { count: groups.length, list: words.listed(groups) }),
    reporting.length > 0 &&
      t('say.partnerships.reports', { count: reporting.length, list: words.listed(reporting) }),
  ].filter((one) => one !== false);
  if (sentences.length === 0) return;
  yield {
    key: `${at}/partnerships`,
    blocks: [words.paragraph(sentences.join(' '))],
    sources: reports.map(sourceOf),
  };
};
