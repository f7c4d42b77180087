import { InEnglish } from '../../../framework/views/catalogue-text.js';
import { usePage } from '../../../platform/web/page-context.js';
import type { Mechanism, Membership } from '../../mechanism/mechanism.entity.js';
import { memberLists, type MemberGroup } from '../../mechanism/mechanism.view.js';
import { registryEntry } from '../../registry/registry.js';
import { Doubt, Source, StateLink, usePeriod } from '../../mechanism/views/parts.js';

interface MemberListsProps {
  mechanism: Mechanism;
  memberships: Membership[];
  today: string;
}

export function MemberLists({ mechanism, memberships, today }: MemberListsProps) {
  const { t, language } = usePage();
  const lists = memberLists(memberships, today, language);
  return (
    <>
      <ListBasis mechanism={mechanism} />
      {lists.members.length === 0 && <p>{t('mechanisms.members.none')}</p>}
      {lists.members.map((group, index) => (
        <Group key={index} title={t('mechanisms.members.list')} group={group} />
      ))}
      {lists.observers.map((group, index) => (
        <Group key={index} title={t('mechanisms.observers.list')} group={group} />
      ))}
      {lists.former.length > 0 && (
        <details>
          <summary>{t('mechanisms.members.former')}</summary>
          <States memberships={lists.former} />
        </details>
      )}
    </>
  );
}

/** How far the registry's list can be relied on, and what it says beside it. */
function ListBasis({ mechanism }: { mechanism: Mechanism }) {
  const { t } = usePage();
  const entry = registryEntry(mechanism.id);
  if (!entry) return null;
  return (
    <>
      <p class="quiet">
        {entry.membersBasis
          ? t(`mechanisms.basis.${entry.membersBasis}`, { year: entry.membersAsOf })
          : t('mechanisms.basis.none')}{' '}
        {entry.memberCountStated !== null &&
          t('mechanisms.members.stated', { number: entry.memberCountStated })}
      </p>
      {entry.membersNote && (
        <p class="quiet">
          <InEnglish>{entry.membersNote}</InEnglish>
        </p>
      )}
    </>
  );
}

/** Folded: a list may hold fifty names, and people come to this page for what follows. */
function Group({ title, group }: { title: string; group: MemberGroup }) {
  return (
    <details>
      <summary>
        {title}: {group.memberships.length}
      </summary>
      <States memberships={group.memberships} />
      <Source source={group.source} />
      <Doubt doubt={group.doubt} />
    </details>
  );
}

function States({ memberships }: { memberships: Membership[] }) {
  const periodText = usePeriod();
  return (
    <>
      <ul class="choices columns">
        {memberships.map((membership) => (
          <li key={membership.id}>
            <StateLink code={membership.stateCode} name={membership.ownName} />{' '}
            <small class="quiet">{periodText(membership)}</small>
          </li>
        ))}
      </ul>
      <Footnotes memberships={memberships} />
    </>
  );
}

/** What the mechanism puts below its list, in its own words. */
function Footnotes({ memberships }: { memberships: Membership[] }) {
  const notes = [...new Set(memberships.flatMap(({ footnote }) => footnote ?? []))];
  return notes.map((note) => (
    <p key={note} class="quiet" dir="auto">
      {note}
    </p>
  ));
}
