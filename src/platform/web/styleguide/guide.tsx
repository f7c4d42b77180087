import { directionOf, translator } from '../../i18n/i18n.js';
import { Tabs } from '../design/tabs.js';
import { Layout } from '../layout.js';
import { pageContext, PageContextHolder, usePage } from '../page-context.js';
import { controls } from './controls.js';
import { foundations } from './foundations.js';
import type { Entry } from './entry.js';
import { messages } from './messages.js';
import { pictures } from './pictures.js';
import { tables } from './tables.js';

const CHAPTERS = [foundations, controls, messages, tables, pictures];

/**
 * The guide is written in English, as the code is; what the components say by themselves is in the language of its
 * frame. Two addresses show the four ways of two directions and two themes.
 */
export function StyleGuide({ turned }: { turned: boolean }) {
  const { t } = usePage();
  const frames: Frame[] = [
    { language: 'en', theme: turned ? 'dark' : 'light' },
    { language: 'ar', theme: turned ? 'light' : 'dark' },
  ];
  return (
    <Layout title={t('styleguide.title')}>
      <p class="lead">{t('styleguide.text')}</p>
      <Tabs
        label={t('styleguide.ways')}
        tabs={[
          { label: t('styleguide.plain'), href: '/styleguide', current: !turned },
          { label: t('styleguide.turned'), href: '/styleguide?turned=on', current: turned },
        ]}
      />
      {CHAPTERS.flat().map((entry) => (
        <Component key={entry.name} entry={entry} frames={frames} />
      ))}
    </Layout>
  );
}

interface Frame {
  language: string;
  theme: 'light' | 'dark';
}

function Component({ entry, frames }: { entry: Entry; frames: Frame[] }) {
  const known = usePage();
  const { name, use, not, sample: Sample } = entry;
  return (
    <section class="guide" id={name.toLowerCase().replaceAll(' ', '-')}>
      <div lang="en" dir="ltr">
        <h2>{name}</h2>
        <p>
          <strong>When:</strong> {use}
          {not && (
            <>
              {' '}
              <strong>When not:</strong> {not}
            </>
          )}
        </p>
      </div>
      {frames.map(({ language, theme }) => {
        const direction = directionOf(language);
        const context = pageContext({ ...known, language, direction, t: translator(language) });
        return (
          <div key={language} class="guide-frame" lang={language} dir={direction} data-theme={theme}>
            <PageContextHolder.Provider value={context}>
              <Sample say={(en, ar) => (language === 'ar' ? ar : en)} id={language} />
            </PageContextHolder.Provider>
          </div>
        );
      })}
    </section>
  );
}
