import { usePage } from '../../platform/web/page-context.js';
import { Facts } from '../../platform/web/table.js';
import { reviewForumName } from '../framework.js';
import type { ParagraphRange } from '../framework.types.js';
import { instrument, mechanismRoles } from '../instrument.data.js';
import { InEnglish, CatalogueParagraph, Doubts } from './catalogue-text.js';

export function CompactFacts() {
  const { t, day, language } = usePage();
  const { conference, paragraphs } = instrument;
  const range = ({ first, last }: ParagraphRange) => (first === last ? String(first) : `${first}–${last}`);
  return (
    <>
      <Facts
        facts={[
          { label: t('framework.resolution'), value: <InEnglish>{instrument.symbol}</InEnglish> },
          {
            label: t('framework.conference'),
            value: (
              <>
                {day(conference.start)} – {day(conference.end)}, <InEnglish>{conference.place}</InEnglish>
              </>
            ),
          },
          { label: t('framework.endorsed'), value: day(instrument.generalAssemblyDate) },
          {
            label: t('framework.binding'),
            value: t(instrument.legallyBinding ? 'framework.binding.yes' : 'framework.binding.no'),
          },
          { label: t('framework.paragraphs.principles'), value: range(paragraphs.principles) },
          { label: t('framework.paragraphs.objectives'), value: range(paragraphs.objectives) },
          { label: t('framework.paragraphs.implementation'), value: range(paragraphs.implementation) },
          { label: t('framework.paragraphs.review'), value: range(paragraphs.followUpAndReview) },
          {
            label: t('framework.reviewedBy'),
            value: <CatalogueParagraph value={reviewForumName(language)} />,
          },
          {
            label: t('framework.reviewResolution'),
            value: <InEnglish>{instrument.reviewForumSymbol}</InEnglish>,
          },
        ]}
      />
      <h2>{t('framework.mechanismRoles')}</h2>
      <ul>
        {mechanismRoles.map((role) => (
          <li key={role.paragraph}>
            {t('framework.paragraph', { paragraph: role.paragraph })}: <InEnglish>{role.role}</InEnglish>
          </li>
        ))}
      </ul>
      <Doubts doubts={[...new Set(mechanismRoles.flatMap((role) => role.doubts))]} />
    </>
  );
}
