import { type HelpTopic, HelpText } from '../../platform/web/help/help-link.js';
import { Layout } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { findHelp } from '../find-help.js';
import { type HelpGroup, helpTopics } from '../topics.data.js';

/** All topics by group, or those that have the words in them. */
export function HelpPage({ q }: { q: string }) {
  const { t } = usePage();
  return (
    <Layout title={t('help.help')}>
      <p>{t('help.intro')}</p>
      <form action="/help" method="get" class="form search-page" role="search" aria-label={t('help.search')}>
        <label for="help-words">{t('help.search')}</label>
        <div class="search-line">
          <input
            id="help-words"
            type="search"
            name="q"
            value={q}
            maxLength={200}
            dir="auto"
            autocomplete="off"
          />
          <button type="submit">{t('search.submit')}</button>
        </div>
      </form>
      {q.trim() ? <Found topics={findHelp(q, t)} /> : <Everything />}
    </Layout>
  );
}

function Found({ topics }: { topics: readonly HelpTopic[] }) {
  const { t } = usePage();
  return (
    <div role="status">
      {topics.length === 0 && <p>{t('help.none')}</p>}
      {topics.map((topic) => (
        <section key={topic}>
          <h2>
            <a href={`/help/${topic}`}>{t(`help.title.${topic}`)}</a>
          </h2>
          <HelpText topic={topic} />
        </section>
      ))}
      <p>
        <a href="/help">{t('help.all')}</a>
      </p>
    </div>
  );
}

function Everything() {
  const { t } = usePage();
  const { start, ...others } = helpTopics;
  return (
    <>
      {start.map((topic) => (
        <section key={topic} class="card">
          <h2>{t(`help.title.${topic}`)}</h2>
          <HelpText topic={topic} />
        </section>
      ))}
      {(Object.keys(others) as Exclude<HelpGroup, 'start'>[]).map((group) => (
        <section key={group}>
          <h2>{t(`help.group.${group}`)}</h2>
          <ul class="help-topics">
            {helpTopics[group].map((topic) => (
              <li key={topic}>
                <a href={`/help/${topic}`}>{t(`help.title.${topic}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function HelpTopicPage({ topic }: { topic: HelpTopic }) {
  const { t } = usePage();
  return (
    <Layout title={t(`help.title.${topic}`)} crumbs={[{ label: t('help.help'), href: '/help' }]}>
      <HelpText topic={topic} />
      <p>
        <a href="/help">{t('help.all')}</a>
      </p>
    </Layout>
  );
}
