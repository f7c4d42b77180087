import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Facts, Table } from '../../platform/web/table.js';
import { compactName, principleName, reviewForumName } from '../framework.js';
import type { ParagraphRange } from '../framework.types.js';
import { catalogueDoubts, instrument, labelSources, mechanismRoles } from '../instrument.data.js';
import { principles } from '../principles.data.js';
import { thematicSessions } from '../thematic-sessions.data.js';
import { CatalogueParagraph, Doubts, InEnglish } from './catalogue-text.js';
import { RoundTables } from './round-tables.js';

export function CataloguePage() {
  const { t, language } = usePage();
  const name = compactName(language);
  return (
    <Layout title={name.text} titleLanguage={name.language}>
      <p class="lead">{t('framework.intro')}</p>
      <CompactFacts />
      <h2>{t('framework.objectives')}</h2>
      <p class="quiet">{t('framework.objectives.intro')}</p>
      <RoundTables />
      <h2>{t('framework.principles')}</h2>
      <Principles />
      <h2>{t('framework.sessions')}</h2>
      <Sessions />
      <h2>{t('framework.sources')}</h2>
      <Sources />
    </Layout>
  );
}

function CompactFacts() {
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

function Principles() {
  const { t, language } = usePage();
  return (
    <>
      <p class="quiet">{t('framework.paraphrase')}</p>
      <Table
        caption={t('framework.principles')}
        rows={principles}
        columns={[
          { label: t('framework.paragraph.short'), cell: (one) => <InEnglish>{one.paragraphRef}</InEnglish> },
          {
            label: t('framework.principle'),
            heading: true,
            cell: (one) => <CatalogueParagraph value={principleName(one.number, language)} />,
          },
          {
            label: t('framework.summary'),
            cell: (one) =>
              one.summary ? (
                <InEnglish>{one.summary}</InEnglish>
              ) : (
                <span class="quiet">{t('framework.noSummary')}</span>
              ),
          },
        ]}
      />
    </>
  );
}

function Sessions() {
  const { t, day } = usePage();
  return (
    <>
      <p class="quiet">{t('framework.sessions.intro')}</p>
      <Table
        caption={t('framework.sessions')}
        rows={thematicSessions}
        columns={[
          { label: t('framework.session'), cell: (one) => one.number },
          { label: t('framework.theme'), heading: true, cell: (one) => <InEnglish>{one.theme}</InEnglish> },
          {
            label: t('framework.days'),
            cell: (one) => (
              <>
                {day(one.start)} – {day(one.end)}, <InEnglish>{one.place}</InEnglish>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Sources() {
  const { t, language } = usePage();
  const source = (texts: Record<string, string | undefined>) => texts[language] ?? texts.en;
  return (
    <>
      <ul>
        <li>
          {t('framework.sources.instrument')} <InEnglish>A/RES/73/195, A/RES/73/326</InEnglish>
        </li>
        <li>
          {t('framework.sources.labels')} <InEnglish>{source(labelSources.shortLabel)}</InEnglish>
        </li>
        <li>
          {t('framework.sources.principles')} <InEnglish>{source(labelSources.principleName)}</InEnglish>
        </li>
        <li>{t('framework.sources.titles')}</li>
      </ul>
      <Doubts doubts={catalogueDoubts} />
    </>
  );
}
