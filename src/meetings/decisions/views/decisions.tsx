import { CodeAndTitle } from '../../../platform/web/code-and-title.js';
import type { TextKey } from '../../../platform/i18n/i18n.js';
import { rendition } from '../../../platform/i18n/localized.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Prose } from '../../../platform/web/prose.js';
import { Facts } from '../../../platform/web/table.js';
import { Steps } from '../../../platform/web/steps.js';
import type { Decision } from '../decision.entity.js';
import type { Meeting } from '../../meeting/meeting.entity.js';
import { addresseesLabel, verbLabel } from '../../meeting/views/labels.js';

interface DecisionsProps {
  meeting: Meeting;
  decisions: readonly Decision[];
  editable: boolean;
}

export function Decisions({ meeting, decisions, editable }: DecisionsProps) {
  const { t } = usePage();
  if (decisions.length === 0 && !editable) return null;
  return (
    <section id="decisions">
      <h2>{t('decision.decisions')}</h2>
      {decisions.length === 0 && <p class="quiet">{t('decision.none')}</p>}
      <ul class="cards">
        {decisions.map((decision) => (
          <li key={decision.id} class="card" id={`decision-${decision.id}`}>
            <h3>
              <DecisionName decision={decision} />
            </h3>
            <Text decision={decision} />
            <DecisionFacts decision={decision} />
            {editable && <Actions decision={decision} movable={decisions.length > 1} />}
          </li>
        ))}
      </ul>
      {editable && (
        <div class="buttons">
          <a class="button second" href={`/meetings/${meeting.id}/decisions/new`}>
            {t('decision.new')}
          </a>
        </div>
      )}
    </section>
  );
}

/** "12. Request": how a decision is called, in text for labels. */
export function useDecisionName() {
  const { t } = usePage();
  return (decision: Pick<Decision, 'number' | 'verb' | 'ownVerb'>) =>
    decision.number ? `${decision.number} · ${verbLabel(decision, t)}` : verbLabel(decision, t);
}

function DecisionName({ decision }: { decision: Decision }) {
  const name = useDecisionName();
  return <bdi>{name(decision)}</bdi>;
}

function Text({ decision }: { decision: Decision }) {
  const { language } = usePage();
  const { text, language: shown } = rendition(decision.text, language);
  return <Prose text={text} language={shown} />;
}

function DecisionFacts({ decision }: { decision: Decision }) {
  const { t, language, day } = usePage();
  const items = decision.items.map(({ item }) => (
    <li key={item.id}>
      <a href={`/items/${item.id}`}>
        <CodeAndTitle code={item.code} title={item.title} />
      </a>
    </li>
  ));
  return (
    <Facts
      facts={[
        {
          label: t('decision.addressees'),
          value: addresseesLabel(decision.addressees, t, language),
        },
        { label: t('decision.dueDay'), value: decision.dueDay && day(decision.dueDay) },
        { label: t('decision.items'), value: items.length > 0 && <ul class="plain">{items}</ul> },
      ].filter(({ value }) => value)}
    />
  );
}

function Actions({ decision, movable }: { decision: Decision; movable: boolean }) {
  const { t } = usePage();
  const name = useDecisionName()(decision);
  const link = (path: string, key: string) => (
    <a href={`/decisions/${decision.id}/${path}`} aria-label={`${t(key as TextKey)}: ${name}`}>
      {t(key as TextKey)}
    </a>
  );
  return (
    <div class="actions">
      {link('edit', 'decision.edit')}
      {link('removal', 'decision.remove')}
      {movable && (
        <Steps action={`/decisions/${decision.id}/step`} label={(way) => t(`meeting.${way}`, { name })} />
      )}
    </div>
  );
}
