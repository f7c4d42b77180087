/** The form of one invitation as the page sends it after the preview. */
export function invited({
  fromDay = '',
  untilDay = '',
  contact = '',
  ...person
}: Record<string, string>): Record<string, string> {
  const row = Object.entries(person).map(([name, value]) => [`rows.0.${name}`, value]);
  return { fromDay, untilDay, contact, ...(Object.fromEntries(row) as Record<string, string>) };
}
