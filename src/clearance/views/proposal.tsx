import { PostButton } from '../../platform/web/layout.js';
import { usePage } from '../../platform/web/page-context.js';
import type { Settled } from '../clearance-settings.service.js';
import { Steps } from './parts.js';
import { wayOf } from './way-of.js';

/** A change of the steps that waits: what it would be, who has consented, from when it holds. */
export function Proposal({ settled }: { settled: Settled }) {
  const { t, day, moment } = usePage();
  const { proposal: seen, setting } = settled;
  if (!seen) return null;
  const { proposal, given, missing } = seen;
  const { mechanismId, state } = setting;
  const way = wayOf(settled, proposal.steps);
  const base = `/mechanisms/${mechanismId}/delegations/${state}/clearance`;
  const list = (some: { name: string }[]) => some.map(({ name }) => name).join(t('clearance.comma'));
  return (
    <section class="card" aria-labelledby="proposal">
      <h2 id="proposal">{t('clearance.proposal.title')}</h2>
      <p>{t('clearance.proposal.by', { name: proposal.proposedByName, at: moment(proposal.proposedAt) })}</p>
      {way.length > 0 ? <Steps steps={way} at={-1} /> : <p>{t('clearance.proposal.none')}</p>}
      {given.length > 0 && <p>{t('clearance.proposal.given', { names: list(given) })}</p>}
      {missing.length > 0 && <p>{t('clearance.proposal.missing', { names: list(missing) })}</p>}
      <p class="notice">{t('clearance.proposal.holds', { day: day(seen.lastDay) })}</p>
      <div class="buttons">
        {seen.mayConsent && <PostButton action={`${base}/consent`} label={t('clearance.proposal.consent')} />}
        {seen.mayObject && (
          <PostButton action={`${base}/objection`} label={t('clearance.proposal.object')} quiet />
        )}
        {seen.mine && (
          <PostButton action={`${base}/proposal-removal`} label={t('clearance.proposal.takeBack')} quiet />
        )}
      </div>
    </section>
  );
}
