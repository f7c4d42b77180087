/**
 * The letters beyond ASCII of the languages that plans are written in: those that are common in it, those that are
 * less so, and those that are rare. By how well a text is made of them its characters are found out.
 */
export const LETTERS: readonly (readonly [common: string, other: string, rare: string])[] = [
  // French
  ['éàèê', 'çôîûùâï', 'œëüÿæ'],
  // Spanish
  ['óíáéñú', 'ü¿¡', ''],
  // Portuguese
  ['ãçáéíóêõ', 'âàúô', 'ü'],
  // Italian, German, and the North
  ['àèòùìé', '', ''],
  ['äöüß', '', ''],
  ['åäöøæ', 'é', ''],
  // Polish, Czech and Slovak, Hungarian, Romanian, Croatian
  ['łąęóżśćńź', '', ''],
  ['áíéýěščřžů', 'úôťďňľ', 'óĺŕ'],
  ['áéöóő', 'üíúű', ''],
  ['ăîâşţ', '', ''],
  ['šžčćđ', '', ''],
  // Turkish
  ['ışüğöçİ', '', 'âîû'],
  // Russian and Bulgarian, Ukrainian, Serbian
  ['оеаинтсрвлкмдпу', 'яыьгзбчйхжшюц', 'щэфёъ'],
  ['оаинтверсікдулмпя', 'збгьчйїхєжшюц', 'щфґ'],
  ['аоиенрјстувкдмлп', 'згбшчљњћжцђ', 'хфџ'],
  // Greek
  ['αοιετσνηυρπκμλςωάέίόή', 'δγχθφύώβξ', 'ζψϊϋΐΰ'],
  // Arabic, Persian and Urdu
  ['اليمنرتوبعد', 'هسفقكحةجشصخطأإىضئ', 'ذزغثءظؤآًٌٍَُِّْـپچگک'],
];
