/*
 * What plans write for a State besides its names: abbreviations, former names, and short forms of the languages that
 * plans come in. Compared without dots, spaces and accents. Sorted by code; a name that two States go by is not here.
 */
export const STATE_NAMES: Readonly<Record<string, readonly string[]>> = {
  ARE: ['UAE', 'EAU', 'E.A.U.', 'ОАЭ', 'Emirates', 'Emiratos', 'Émirats', 'الامارات'],
  BIH: ['BiH', 'Bosnia', 'Bosnie', 'Босния'],
  BLR: ['Белоруссия', 'Byelorussia'],
  BOL: ['Bolivie', 'Est. Plur. de Bolivia'],
  CAF: ['CAR', 'RCA', 'ЦАР'],
  CIV: ['Ivory Coast', 'Costa de Marfil', 'RCI', 'Кот-д’Ивуар'],
  COD: [
    'DRC',
    'DR Congo',
    'RDC',
    'R.D. Congo',
    'RD du Congo',
    'RD Congo',
    'Rep. Dem. Congo',
    'Congo-Kinshasa',
  ],
  COG: ['Congo-Brazzaville', 'Rep. Congo', 'Congo Rep.'],
  CPV: ['Cape Verde', 'Cabo Verde', 'Cap-Vert'],
  CZE: ['Czech Republic', 'Rep. Checa', 'Rép. tchèque', 'Чехия'],
  DOM: ['Rep. Dominicana', 'Rép. dominicaine', 'Dominican Rep.', 'R. Dominicana', 'RD'],
  FSM: ['Micronesia'],
  GBR: ['UK', 'U.K.', 'R.-U.', 'Reino Unido', 'Great Britain', 'Gran Bretaña', 'Великобритания'],
  GMB: ['The Gambia', 'La Gambie'],
  GNB: ['Guinea Bissau', 'Guinée Bissau', 'Guiné Bissau'],
  GNQ: ['Guinea Ecuatorial', 'G. Ecuatorial', 'Guinée équat.'],
  GTM: ['Guate'],
  IRN: ['Iran', 'I.R. Iran', 'IR Iran'],
  KGZ: ['Киргизия', 'Кыргызская Республика', 'Kyrgyz Republic', 'Kyrgyz Rep.'],
  KOR: [
    'South Korea',
    'Rep. of Korea',
    'ROK',
    'Corea del Sur',
    'Corée du Sud',
    'Южная Корея',
    'Республика Корея',
  ],
  LAO: ['Lao PDR', 'Lao P.D.R.'],
  MDA: ['Молдавия', 'Молдова', 'Rep. of Moldova'],
  MKD: ['Macedonia', 'FYROM'],
  MMR: ['Burma', 'Birmania', 'Birmanie'],
  NLD: ['Holland', 'Holanda', 'The Netherlands', 'Países Bajos', 'Pays-Bas', 'Голландия'],
  PRK: ['DPRK', 'RPDC', 'North Korea'],
  PSE: ['State of Palestine', 'Palestine', 'Palestina'],
  RUS: ['РФ', 'Россия', 'Russia', 'Rusia'],
  SAU: ['KSA', 'Arabia Saudita', 'السعودية'],
  SSD: ['S. Sudan', 'Sudán del Sur', 'Soudan du Sud'],
  STP: ['Sao Tome', 'Santo Tomé', 'Sao Tomé'],
  SWZ: ['Swaziland', 'Suazilandia', 'Eswatini'],
  SYR: ['Syria', 'Siria', 'Syrie'],
  TLS: ['East Timor', 'Timor-Leste', 'Timor Oriental'],
  TTO: ['Trinidad', 'Trinidad & Tobago', 'T&T'],
  TUR: ['Turkey', 'Turquía', 'Turquie', 'Türkiye'],
  TZA: ['Tanzania', 'U.R. of Tanzania', 'URT'],
  USA: ['US', 'U.S.', 'USA', 'U.S.A.', 'EE. UU.', 'EEUU', 'EUA', 'É.-U.', 'É.-U.A.', 'Estados Unidos', 'США'],
  VCT: ['St. Vincent', 'San Vicente'],
  VEN: ['Venezuela', 'Rep. Bol. de Venezuela'],
  VNM: ['Vietnam', 'Viet Nam'],
};

/** Shortened words within names: "Rep. Dominicana", "St. Lucia". */
export const SHORTENED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^rep(?:\.| |$)/, ['republica', 'republic of', 'republique', 'republic']],
  [/^st\.? /, ['saint ', 'santa ', 'san ', 'sainte ']],
  [/^sta\.? /, ['santa ']],
  [/^ste\.? /, ['sainte ']],
];

/** Who plans name beside States. Not taken for partners by themselves: offered as such when somebody is asked. */
export const ORGANIZATIONS =
  /^(?:the )?(?:iom|oim|мом|un migration|unhcr|acnur|hcr|увкб(?: оон)?|unicef|юнисеф|ilo|oit|bit|мот|unodc|onudc|унп оон|undp|pnud|проон|un women|onu mujeres|onu femmes|unfpa|юнфпа|who|oms|воз|fao|wfp|pma|unctad|cepal|eclac|uneca|escap|escwa|world bank|banco mundial|banque mondiale|всемирныи банк|eu|ue|european union|union europea|union europeenne|european commission|icmpd|giz|ifrc|ficr|icrc|cicr|red cross|cruz roja|croix-rouge|interpol|iom.*|au|auc|african union(?: commission)?|union africaine|ecowas|cedeao|eac|igad|sadc|comesa|eccas|ceeac|cen-sad|uma|sica|oas|oea|mercosur|caricom|asean|cis|снг|нпо|ngos?|ong|civil society|sociedad civil|societe civile|academia|private sector|المنظمه الدوليه للهجره|مفوضيه.*|الاتحاد الافريقي|جامعه الدول العربيه)$/;
