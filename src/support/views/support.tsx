import { shortNameIn } from '../../mechanisms/mechanism/mechanism-name.js';
import type { VNode } from 'preact';
import type { Mechanism } from '../../mechanisms/mechanism/mechanism.entity.js';
import type { Readers } from '../../mechanisms/readers/readers.js';
import { type FormState } from '../../platform/web/submit-form.js';
import { Layout, PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import { Prose } from '../../platform/web/prose.js';
import type { SupportRequest } from '../support.entity.js';
import type { SeenRequest } from '../support-query.service.js';
import { isAnswerable, supportWorkflow } from '../support.workflow.js';
import { OfferForm, Offers } from './offers.js';
import { ReleaseForm } from './release-form.js';
import { RequestFacts } from './request-facts.js';

interface SupportPageProps {
  seen: SeenRequest;
  mechanism: Mechanism;
  /** Who reads in the mechanism; null to who does not choose. */
  readers: Readers | null;
  /** Names of the partners the reader speaks for. */
  partners: string[];
  /** What other features add. */
  panels: VNode[];
  offer: FormState;
}

export function SupportPage({ seen, mechanism, readers, partners, panels, offer }: SupportPageProps) {
  const { t, language } = usePage();
  const { request, sights, offers } = seen;
  const own = sights.includes('own');
  return (
    <Layout
      title={request.title}
      titleLanguage={request.language}
      crumbs={[
        { label: shortNameIn(mechanism, language), href: `/mechanisms/${mechanism.id}` },
        { label: t('supports.title'), href: `/mechanisms/${mechanism.id}/support` },
      ]}
      actions={own && <OwnActions request={request} />}
    >
      {panels}
      <RequestFacts request={request} />
      {request.text && <Prose text={request.text} language={request.language} />}
      {own && (
        <ReleaseForm request={request} where={{ mechanism: shortNameIn(mechanism, language), readers }} />
      )}
      {(own || offers.length > 0) && <Offers {...{ request, offers, partners, own }} />}
      {sights.includes('partner') && isAnswerable(request.state) && (
        <OfferForm {...{ request, partners, offer }} />
      )}
    </Layout>
  );
}

function OwnActions({ request }: { request: SupportRequest }) {
  const { t } = usePage();
  const base = `/support/${request.id}`;
  return (
    <>
      <a class="button second" href={`${base}/edit`}>
        {t('supports.edit')}
      </a>
      {supportWorkflow.allowedMoves(request.state).map((state) => (
        <PostButton
          key={state}
          action={`${base}/state`}
          label={t(`supports.move.${state}`)}
          fields={{ state }}
          quiet
        />
      ))}
      <PostButton action={`${base}/removal`} label={t('supports.remove')} danger />
    </>
  );
}
