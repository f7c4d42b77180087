/** What plans of mechanisms name beside the Compact: offered where an item is mapped; any other may be typed. */

/**
 * Targets of the 2030 Agenda that speak of migration itself: 10.7, and those on labour migration, students, trafficking,
 * remittances and data. Source: Migration Data Portal, "Migration in the SDGs". Others may be related all the same.
 */
export const migrationTargets: readonly string[] = [
  '4.b',
  '5.2',
  '8.7',
  '8.8',
  '10.7',
  '10.c',
  '16.2',
  '17.18',
];

/**
 * The five domains of the Joint Valletta Action Plan (2015), which the Rabat and Khartoum Processes follow up. Source:
 * jvapfollowup.org. In English only: no confirmed wording in another language was found.
 */
export const jvapDomains: readonly { code: string; title: string }[] = [
  {
    code: '1',
    title:
      'Development benefits of migration and addressing root causes of irregular migration and forced displacement',
  },
  { code: '2', title: 'Legal migration and mobility' },
  { code: '3', title: 'Protection and asylum' },
  {
    code: '4',
    title:
      'Prevention of and fight against irregular migration, migrant smuggling and trafficking in human beings',
  },
  { code: '5', title: 'Return, readmission and reintegration' },
];
