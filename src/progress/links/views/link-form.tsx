import { shortNameIn } from '../../../mechanisms/mechanism/mechanism-name.js';
import { listed } from '../../../platform/i18n/listed.js';
import type { Mechanism } from '../../../mechanisms/mechanism/mechanism.entity.js';
import type { Readers } from '../../../mechanisms/readers/readers.js';
import { choosable, type ItemsToChoose } from '../../../plans/choosing/items-to-choose.js';
import { ChooseItems } from '../../../plans/choosing/choose-items.js';
import { Hidden } from '../../../platform/web/fields.js';
import { localPath } from '../../../platform/http/local-path.js';
import { Form } from '../../../platform/web/form.js';
import { type FormState } from '../../../platform/web/submit-form.js';
import { Prose } from '../../../platform/web/prose.js';
import { usePage } from '../../../platform/web/page-context.js';
import { Layout } from '../../../platform/web/layout.js';
import { placeCrumb } from '../../../mechanisms/mechanism/views/parts.js';
import type { SeenEntry } from '../../access/seen-entry.js';
import { UseChoices } from '../../release/views/uses.js';
import type { ItemOffer } from '../offer.js';

interface LinkFormProps {
  entry: SeenEntry;
  mechanism: Mechanism;
  /** On top those asked for by name, or linked already. */
  items: ItemsToChoose;
  /** Others that may fit. */
  offered: ItemOffer[];
  readers: Readers | null;
  state: FormState;
}

/** Asks what a link is to mean in the other mechanism: which items, who sees it there, and what documents may do. */
export function LinkFormPage(props: LinkFormProps) {
  const { entry, mechanism, items, offered, readers, state } = props;
  const { t, language } = usePage();
  const crumbs = [
    placeCrumb(entry.mechanismId),
    { label: t('entry.entry'), href: `/progress/${entry.id}` },
    { label: t('link.title'), href: `/progress/${entry.id}/links` },
  ];
  const back = localPath(state.values.back as string | undefined);
  const reasonOf = ({ fit }: ItemOffer) =>
    [
      fit.objectives.length > 0 &&
        t('link.fit.objectives', {
          count: fit.objectives.length,
          list: listed(fit.objectives.map(String), language),
        }),
      fit.words.length > 0 && t('link.fit.words', { words: listed(fit.words, language) }),
    ]
      .filter(Boolean)
      .join(' · ');
  const top = [...items.top, ...offered.map(({ item }) => choosable(item, 0))];
  const why = new Map(offered.map((offer) => [offer.item.id, reasonOf(offer)]));
  return (
    <Layout title={t('link.toMechanism', { mechanism: shortNameIn(mechanism, language) })} crumbs={crumbs}>
      <p>{t('link.means', { mechanism: shortNameIn(mechanism, language) })}</p>
      <details class="card">
        <summary>{t('link.whatItSays')}</summary>
        {entry.content.narrative && (
          <Prose text={entry.content.narrative} language={entry.content.language ?? undefined} />
        )}
      </details>
      <Form
        action={`/progress/${entry.id}/links`}
        state={state}
        submit={t('link.submit')}
        cancel={back ?? `/progress/${entry.id}/links`}
      >
        <Hidden name="mechanismId" value={mechanism.id} />
        {back && <Hidden name="back" value={back} />}
        {items.top.map(({ value }) => (
          <Hidden key={value} name="offered" value={value} />
        ))}
        <ChooseItems
          label={t('link.items')}
          hint={t('link.itemsHint')}
          items={{ ...items, top }}
          why={why}
          required
        />
        <UseChoices entry={entry} where={{ mechanism: shortNameIn(mechanism, language), readers }} />
      </Form>
    </Layout>
  );
}
