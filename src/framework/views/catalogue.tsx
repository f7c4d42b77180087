import { can } from '../../accounts/roles.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Table } from '../../platform/web/table.js';
import { compactName, principleName } from '../framework.js';
import { catalogueDoubts, labelSources } from '../instrument.data.js';
import { principles } from '../principles.data.js';
import { thematicSessions } from '../thematic-sessions.data.js';
import { CatalogueParagraph, Doubts, InEnglish } from './catalogue-text.js';
import { CompactFacts } from './compact-facts.js';
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
  const { t, language, actor } = usePage();
  const source = (texts: Record<string, string | undefined>) => texts[language] ?? texts.en;
  return (
    <>
      <ul>
        <li>
          {t('framework.sources.instrument')} <InEnglish>A/RES/73/195, A/RES/73/326</InEnglish>
        </li>
        <li>
          {t('framework.sources.principles')} <InEnglish>{source(labelSources.principleName)}</InEnglish>
        </li>
        <li>{t('framework.sources.titles')}</li>
        {can(actor, 'installation.manage', null) && (
          <li>
            <a href="/framework/wordings">{t('wordings.title')}</a>
          </li>
        )}
      </ul>
      <Doubts doubts={catalogueDoubts} />
    </>
  );
}
