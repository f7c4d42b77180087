/** Words that say nothing of what a text is about, in the languages of the catalogue. */
export const functionWords: readonly string[] = [
  ...'a an and are as at be been between both by can could do does each for from had has have he how in into is it'.split(
    ' ',
  ),
  ...'its more most no not of on or other our out over own she should so some such than that the their them then'.split(
    ' ',
  ),
  ...'there these they this those through to under up upon was we well were what when where which while who will'.split(
    ' ',
  ),
  ...'with within without would you your via per all any every one two three also only very'.split(' '),
  ...'au aux avec ce ces cet cette dans de des du elle en entre est et eu il ils je la le les leur leurs lors mais'.split(
    ' ',
  ),
  ...'ne nos notre nous on ont ou où par pas plus pour qu que qui sa sans se ses si son sont sous sur ta te tous tout'.split(
    ' ',
  ),
  ...'toute toutes un une vers vos votre vous y ainsi afin dont comme chaque être'.split(' '),
  ...'al ante bajo como con contra cual cuando del desde donde el ella ellas ellos entre era es esa ese eso esta este'.split(
    ' ',
  ),
  ...'esto fue ha han hasta hay la las lo los más me mi muy ni nos o para pero por porque que quien se ser si sin'.split(
    ' ',
  ),
  ...'sobre son su sus también un una uno unos unas ya todo toda todos todas cada así'.split(' '),
  ...'في من على إلى الى عن مع أن ان إن هذا هذه ذلك تلك التي الذي الذين ما لا لم لن أو او ثم كل كما قد بين بعد قبل عند'.split(
    ' ',
  ),
  ...'غير أي اي هو هي هم به بها له لها فيه فيها وفي ومن وعلى جميع'.split(' '),
];

/**
 * What plans say of nearly everything they plan. When a whole text is compared with the catalogue these would decide
 * ("establish" stands in the titles of objectives 8 and 22); somebody who types one into the search box means it.
 */
export const planWords: readonly string[] = [
  ...'establish strengthen promote ensure enhance support set create provide develop development implement improve'.split(
    ' ',
  ),
  ...'implementation hold meet meeting build facilitate encourage foster address increase make take use apply run'.split(
    ' ',
  ),
  ...'carry work action activity measure plan programme program project policy strategy process mechanism approach'.split(
    ' ',
  ),
  ...'national regional international global country countries region state states government level member members'.split(
    ' ',
  ),
  ...'migration migrants migrant migratory group groups new good best practice practices including relevant based'.split(
    ' ',
  ),
  ...'effective efficient common joint further initiative framework need needs way ways area areas'.split(
    ' ',
  ),
  ...'act keep share sharing name lasting existing agree agreed priority priorities practically conduct use help helping'.split(
    ' ',
  ),
  ...'établir renforcer promouvoir assurer améliorer soutenir appuyer mettre créer fournir développer favoriser'.split(
    ' ',
  ),
  ...'œuvre élaborer organiser tenir réunion faciliter encourager action activité mesure programme projet politique'.split(
    ' ',
  ),
  ...'stratégie processus mécanisme approche national nationale régional régionale internationale pays région état'.split(
    ' ',
  ),
  ...'états gouvernement niveau membre membres migration migrant groupe nouveau nouvelle bonne pratique'.split(
    ' ',
  ),
  ...'establecer fortalecer promover garantizar asegurar mejorar apoyar crear proporcionar desarrollar fomentar'.split(
    ' ',
  ),
  ...'implementar ejecutar elaborar organizar celebrar reunión facilitar acción actividad medida programa proyecto'.split(
    ' ',
  ),
  ...'política estrategia proceso mecanismo enfoque nacional regional internacional país países región estado estados'.split(
    ' ',
  ),
  ...'gobierno nivel miembro miembros migración migrante migratorio grupo nuevo nueva buena práctica'.split(
    ' ',
  ),
  ...'إنشاء تعزيز ضمان دعم تطوير تحسين تنفيذ وضع توفير عقد اجتماع تشجيع تيسير عمل نشاط خطة برنامج مشروع سياسة'.split(
    ' ',
  ),
  ...'استراتيجية عملية آلية نهج وطني وطنية إقليمي إقليمية دولي دولية بلد بلدان دولة دول حكومة مستوى عضو أعضاء'.split(
    ' ',
  ),
  ...'هجرة مهاجر مهاجرين مهاجرون مجموعة جديد ممارسة'.split(' '),
];
