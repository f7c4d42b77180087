/**
 * Words people use for what an objective or a principle is about, where its title and label use others ("root causes"
 * for objective 2), and the only words of it in a language that has no confirmed title. This project's own, to find
 * one's way by: never shown as the wording of the Compact, and named as a related word where one of them matched.
 */
export const relatedWords: {
  readonly objectives: Readonly<Record<number, string>>;
  readonly principles: Readonly<Record<number, string>>;
} = {
  objectives: {
    1: `statistics research census survey migration profile observatory indicators information system
      statistiques recherche recensement enquête profil migratoire observatoire indicateurs
      estadísticas investigación censo encuesta perfil migratorio observatorio indicadores
      بيانات إحصاءات بحوث تعداد مسح مؤشرات مرصد`,
    2: `root causes poverty unemployment youth conflict climate change disasters resilience livelihoods sustainable development
      causes profondes pauvreté chômage jeunesse conflit changement climatique catastrophes résilience développement durable
      causas profundas pobreza desempleo jóvenes conflicto cambio climático desastres resiliencia desarrollo sostenible
      أسباب جذرية دوافع فقر بطالة شباب نزاع تغير المناخ كوارث صمود تنمية مستدامة`,
    3: `awareness campaign sensitization website migrant resource centre pre-departure orientation risks of irregular migration
      sensibilisation campagne site web centre de ressources orientation avant le départ risques
      sensibilización campaña sitio web centro de recursos orientación previa a la salida riesgos
      توعية حملة معلومات موقع مركز توجيه قبل المغادرة مخاطر`,
    4: `passport birth registration civil registry identity card nationality statelessness biometrics
      passeport enregistrement des naissances état civil carte d’identité nationalité apatridie biométrie
      pasaporte registro de nacimientos registro civil cédula nacionalidad apatridia biometría
      جواز سفر تسجيل المواليد سجل مدني هوية قانونية وثائق جنسية انعدام الجنسية`,
    5: `legal migration labour mobility visa free movement seasonal circular family reunification student exchange residence permit regularization
      migration légale mobilité visas libre circulation saisonnier circulaire regroupement familial étudiants titre de séjour régularisation
      migración legal movilidad laboral visado libre circulación estacional circular reunificación familiar estudiantes permiso de residencia regularización
      مسارات نظامية هجرة قانونية تنقل العمالة تأشيرة حرية التنقل موسمي لم شمل الأسرة إقامة`,
    6: `labour migration migrant workers employment recruiters wages domestic workers trade unions employers labour inspection
      migration de main-d’œuvre travailleurs migrants emploi recruteurs salaires travailleurs domestiques syndicats employeurs inspection du travail
      migración laboral trabajadores migrantes empleo reclutadores contratación salarios trabajadoras domésticas sindicatos empleadores inspección del trabajo
      هجرة العمالة عمال مهاجرون توظيف استقدام عمل لائق أجور عمال منزليون نقابات أصحاب العمل`,
    7: `protection vulnerable women children unaccompanied minors mixed migration human rights assistance shelter
      protection vulnérables femmes enfants mineurs non accompagnés migration mixte droits humains assistance hébergement
      protección vulnerables mujeres niños niñas menores no acompañados migración mixta derechos humanos asistencia albergue
      حماية ضعف هشاشة نساء أطفال قصر غير مصحوبين هجرة مختلطة حقوق الإنسان مساعدة مأوى`,
    8: `search and rescue deaths at sea disappeared humanitarian identification of remains
      recherche et sauvetage décès en mer disparus humanitaire identification des dépouilles
      búsqueda y rescate muertes en el mar desaparecidos humanitario identificación de restos
      إنقاذ الأرواح بحث وإنقاذ وفيات مفقودون إنساني`,
    9: `smugglers organized crime networks police cooperation joint investigation
      passeurs trafic de migrants criminalité organisée réseaux coopération policière enquête conjointe
      traficantes tráfico ilícito de migrantes coyotes delincuencia organizada redes cooperación policial investigación conjunta
      تهريب المهاجرين مهربون جريمة منظمة شبكات تعاون شرطي`,
    10: `human trafficking victims exploitation forced labour prosecution organized crime
      traite des personnes traite des êtres humains victimes exploitation travail forcé poursuites criminalité organisée
      trata de personas víctimas explotación trabajo forzoso enjuiciamiento delincuencia organizada
      اتجار بالبشر اتجار بالأشخاص ضحايا استغلال عمل قسري ملاحقة قضائية`,
    11: `border control border guards crossing points coast guard one-stop border post
      contrôle des frontières garde-frontières postes frontière garde-côtes
      control fronterizo guardias fronterizos puestos fronterizos guardacostas
      إدارة الحدود مراقبة الحدود حرس الحدود معابر خفر السواحل`,
    12: `asylum refugees admission status determination mixed flows identification referral mechanism
      asile réfugiés admission détermination du statut flux mixtes identification orientation
      asilo refugiados admisión determinación de la condición flujos mixtos identificación derivación
      لجوء لاجئون فرز إحالة تحديد الوضع تدفقات مختلطة تحديد الهوية`,
    13: `detention centre retention custody arbitrary detention
      rétention centre de détention détention arbitraire alternatives
      detención centro de detención detención arbitraria alternativas
      احتجاز مراكز الاحتجاز احتجاز تعسفي بدائل`,
    14: `consulate consular officers embassy nationals abroad labour attaché
      consulat agents consulaires ambassade ressortissants à l’étranger attaché du travail
      consulado funcionarios consulares embajada nacionales en el exterior agregado laboral
      حماية قنصلية قنصلية سفارة رعايا في الخارج ملحق عمالي`,
    15: `health education housing schooling vaccination social services
      santé éducation logement scolarisation vaccination services sociaux
      salud educación vivienda escolarización vacunación servicios sociales
      خدمات أساسية صحة تعليم سكن تطعيم خدمات اجتماعية`,
    16: `integration host communities language courses social inclusion
      intégration communautés d’accueil cours de langue inclusion sociale
      integración comunidades de acogida cursos de idiomas inclusión social
      إدماج اندماج مجتمعات مضيفة تماسك اجتماعي دورات لغة`,
    17: `racism xenophobia hate speech media narrative journalists
      racisme xénophobie discours de haine médias récit journalistes
      racismo xenofobia discurso de odio medios de comunicación narrativa periodistas
      تمييز عنصرية كراهية الأجانب خطاب الكراهية إعلام صحفيون`,
    18: `vocational training diplomas certification brain drain
      formation professionnelle diplômes certification reconnaissance des compétences fuite des cerveaux
      formación profesional títulos certificación reconocimiento de competencias fuga de cerebros
      مهارات تدريب مهني شهادات مؤهلات الاعتراف بالمؤهلات هجرة الأدمغة`,
    19: `diaspora engagement investment entrepreneurship hometown associations expatriates
      diaspora engagement investissement entrepreneuriat associations expatriés
      diáspora vinculación inversión emprendimiento asociaciones expatriados
      مغتربون جاليات مهجر استثمار ريادة الأعمال جمعيات`,
    20: `money transfer transfer costs banks financial literacy
      transferts d’argent coût des transferts banques éducation financière
      transferencias de dinero envíos coste de las transferencias bancos educación financiera
      تحويلات مالية تكلفة التحويل مصارف شمول مالي`,
    21: `voluntary return returnees repatriation readmission agreement deportation
      retour volontaire réintégration réadmission rapatriement expulsion
      retorno voluntario retornados reintegración readmisión repatriación deportación
      عودة طوعية عائدون إعادة إدماج إعادة قبول ترحيل`,
    22: `pensions health insurance social security agreements
      pensions retraites assurance maladie accords de sécurité sociale portabilité des droits
      pensiones jubilación seguro de salud convenios de seguridad social
      ضمان اجتماعي حماية اجتماعية معاشات تأمين صحي قابلية النقل`,
    23: `partnership dialogue coordination consultation focal points secretariat exchange of information capacity building technical assistance funding donors burden sharing
      partenariat dialogue coordination concertation points focaux secrétariat échange d’informations renforcement des capacités assistance technique financement bailleurs
      alianza diálogo coordinación consulta puntos focales secretaría intercambio de información fortalecimiento de capacidades asistencia técnica financiación donantes
      تعاون دولي شراكة حوار تنسيق تشاور جهات اتصال أمانة تبادل المعلومات بناء القدرات تمويل مانحون`,
  },
  principles: {
    1: 'محور الناس الإنسان dignity dignité dignidad',
    2: 'تعاون دولي',
    3: 'سيادة وطنية',
    4: 'سيادة القانون justice tribunaux tribunales عدالة',
    5: 'تنمية مستدامة agenda',
    6: 'حقوق الإنسان non-discrimination non-régression',
    7: 'نوع اجتماعي women femmes mujeres نساء مرأة equality égalité igualdad',
    8: 'طفل أطفال children enfants niños niñas minors mineurs menores',
    9: 'حكومة inter-ministerial interministériel interministerial ministries ministères ministerios وزارات',
    10: 'مجتمع civil society société civile sociedad civil مجتمع مدني academia private sector secteur privé sector privado',
  },
};
