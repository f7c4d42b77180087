import type { Addressee } from './decision.entity.js';

/** `chair`, `state:KEN`: the short form that the API takes and shows. */
export const ownerShort = ({ kind, subject }: Addressee): string =>
  subject === null ? kind : `${kind}:${subject}`;

/** Addressees in the shape of a form: boxes for those that are ticked, names by kind for those that are written. */
export function addresseeValues(addressees: readonly string[]) {
  const namesOf = (kind: string) =>
    addressees
      .filter((one) => one.startsWith(`${kind}:`))
      .map((one) => one.slice(kind.length + 1))
      .join('\n');
  return {
    addressees: addressees.filter((one) => !/^(group|working-group|partner):/.test(one)),
    addresseeNames: {
      groups: namesOf('group'),
      workingGroups: namesOf('working-group'),
      partners: namesOf('partner'),
    },
  };
}
