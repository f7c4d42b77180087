import { objectiveHref, objectiveLabel } from '../../../framework/framework.js';
import { type Provision, provisionOf } from '../../../framework/search/catalogue-index.js';
import type { CatalogueMatch } from '../../../framework/search/catalogue-search.js';
import { wordsOfProvision } from '../../../framework/search/catalogue-match.resource.js';
import { CatalogueParagraph, InEnglish } from '../../../framework/views/catalogue-text.js';
import type { Translate } from '../../../platform/i18n/i18n.js';
import { PostButton } from '../../../platform/web/layout.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { PlanItem } from '../../plan/plan.entity.js';

type MappedItem = Pick<PlanItem, 'id' | 'objectives' | 'principles' | 'institutional'>;

/** "Objective 9", "Action 9(a)", "Principle 3" */
export const placeName = ({ kind, ref }: Provision, t: Translate) =>
  kind === 'objective'
    ? t('framework.objective', { number: ref })
    : // Its letter stands after the number in every language.
      t(kind === 'action' ? 'mapping.action' : 'mapping.principle', { ref: `\u2066${ref}\u2069` });

/** The places an item is mapped to: objectives with their actions by number, then principles. */
export function mappedProvisions({ objectives, principles }: MappedItem): Provision[] {
  const refs = [...objectives]
    .sort((a, b) => a.objective - b.objective || a.letter.localeCompare(b.letter))
    .map(({ objective, letter }) => (letter ? `${objective}(${letter})` : `${objective}`));
  return [
    ...refs.flatMap((ref) => provisionOf(ref) ?? []),
    ...principles
      .map(({ principle }) => principle)
      .sort((a, b) => a - b)
      .map((number): Provision => ({ kind: 'principle', number, letter: null, ref: String(number) })),
  ];
}

const isMapped = (item: MappedItem, place: Provision) =>
  mappedProvisions(item).some(({ kind, ref }) => kind === place.kind && ref === place.ref);

/** What a place says: an objective's label and title, the paraphrase of an action, the name of a principle. */
export function ProvisionText({ place }: { place: Provision }) {
  const { t, language } = usePage();
  const words = wordsOfProvision(place, language);
  const label = place.kind === 'objective' && objectiveLabel(place.number, language);
  return (
    <div>
      <a href={place.kind === 'principle' ? '/framework' : objectiveHref(place.number, place.letter)}>
        {placeName(place, t)}
      </a>{' '}
      {label && (
        <>
          <strong lang={label.language}>{label.text}</strong>
          <br />
        </>
      )}
      {words.paraphrase ? <InEnglish>{words.text}</InEnglish> : <CatalogueParagraph value={words} />}
    </div>
  );
}

/** Places that were found, each with the reason and one click to map the item to it. */
export function CatalogueMatchList(props: {
  hits: CatalogueMatch[];
  item: MappedItem;
  back: string;
  label: string;
  editable?: boolean;
  /** Actions stand under their objective. */
  nested?: boolean;
}) {
  const { hits, item, back, label, editable = true, nested } = props;
  const { t } = usePage();
  return (
    <ul class="hits" aria-label={label}>
      {hits.map((hit) => (
        <li key={`${hit.kind}${hit.ref}`} class={nested && hit.kind === 'action' ? 'hit below' : 'hit'}>
          <div>
            <ProvisionText place={hit} />
            {hit.words.length > 0 && (
              <p class="hint">
                {t(hit.related ? 'mapping.relatedWords' : 'mapping.matchingWords', {
                  words: hit.words.join(t('mapping.comma')),
                })}
              </p>
            )}
          </div>
          {editable && <MappingButton item={item} place={hit} back={back} />}
        </li>
      ))}
    </ul>
  );
}

/** Adds the mapping, or takes it away when it is there. */
export function MappingButton(props: {
  item: MappedItem;
  place: Provision;
  back: string;
  /** Where only what is mapped is listed it need not be said. */
  unsaid?: boolean;
}) {
  const { item, place, back, unsaid } = props;
  const { t } = usePage();
  const mapped = isMapped(item, place);
  const field =
    place.kind === 'principle' ? { add: 'addPrinciple', remove: 'removePrinciple' } : ADD_OR_REMOVE;
  return (
    <div class="hit-end">
      {mapped && !unsaid && <span class="tag">{t('mapping.isMapped')}</span>}
      <PostButton
        action={`/items/${item.id}/mapping`}
        label={t(mapped ? 'mapping.remove' : 'mapping.add', { name: placeName(place, t) })}
        fields={{ [mapped ? field.remove : field.add]: place.ref, back }}
        quiet
      />
    </div>
  );
}

const ADD_OR_REMOVE = { add: 'add', remove: 'remove' };

/** Says that an item is about the mechanism itself and is not missing an objective; or takes that back. */
export function InstitutionalButton({ item, back }: { item: MappedItem; back: string }) {
  const { t } = usePage();
  return (
    <PostButton
      action={`/items/${item.id}/mapping`}
      label={t(item.institutional ? 'mapping.notInstitutional' : 'mapping.markInstitutional')}
      fields={{ institutional: item.institutional ? 'off' : 'on', back }}
      quiet
    />
  );
}
