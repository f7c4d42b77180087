import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import { Layout, PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import { FINDING_KINDS } from '../findings/findings.js';
import type { FindingSetAside, Findings } from '../findings/findings.service.js';
import { FindingLine } from './finding-line.js';

export function FindingsPage({ submission, findings, aside }: Findings) {
  const { t } = usePage();
  const base = `/submissions/${submission.id}`;
  const kinds = FINDING_KINDS.map((kind) => ({ kind, of: findings.filter((one) => one.kind === kind) }));
  return (
    <Layout
      title={t('finding.title')}
      crumbs={[placeCrumb(submission.mechanismId), { label: submission.title, href: base }]}
    >
      <p>{t('finding.intro')}</p>
      {findings.length === 0 && <p class="notice success">{t('finding.none')}</p>}
      {kinds
        .filter(({ of }) => of.length > 0)
        .map(({ kind, of }) => (
          <section key={kind} id={kind}>
            <h2>
              {t(`finding.kind.${kind}`)}
              {/* Of what waits there is one finding, however many reports it is. */}
              {kind !== 'waits' && ` (${of.length})`}
            </h2>
            {kind === 'waits' && <p>{t('finding.waitsHow')}</p>}
            <ul>
              {of.map((finding, index) => (
                <li key={index}>
                  <FindingLine {...{ submission, finding }} />
                  {finding.seal && (
                    <>
                      {' · '}
                      <a href={`${base}/findings/${finding.seal}/aside`}>{t('finding.setAside')}</a>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      {aside.length > 0 && <SetAside {...{ submission, aside }} />}
    </Layout>
  );
}

/** What somebody looked at and left as it is, with the way back. */
function SetAside({ submission, aside }: Pick<Findings, 'submission' | 'aside'>) {
  const { t } = usePage();
  return (
    <section id="aside">
      <h2>
        {t('finding.aside')} ({aside.length})
      </h2>
      <p>{t('finding.asideIntro')}</p>
      {aside.map((one) => (
        <OneAside key={one.aside.seal} {...one} submission={submission} />
      ))}
    </section>
  );
}

function OneAside({ submission, finding, aside }: FindingSetAside & Pick<Findings, 'submission'>) {
  const { t, moment } = usePage();
  return (
    <article class="card">
      <p>
        {t(`finding.kind.${finding.kind}`)}: <FindingLine {...{ submission, finding }} />
      </p>
      <p class="pre" dir="auto">
        {aside.reason}
      </p>
      <p class="quiet">
        <bdi>{aside.author}</bdi>, {moment(aside.at)}
      </p>
      <PostButton
        action={`/submissions/${submission.id}/findings/${aside.seal}/back`}
        label={t('finding.putBack')}
        quiet
      />
    </article>
  );
}
