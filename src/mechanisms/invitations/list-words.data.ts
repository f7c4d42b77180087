/*
 * What lists of people call their columns and their roles, folded: our own words in each language first, then those of
 * ministries and of address books.
 */

/** What one column of a list holds. */
export type ListColumn = 'email' | 'name' | 'first' | 'last' | 'state' | 'role' | 'language' | 'partner';

export const COLUMN_WORDS: Readonly<Record<ListColumn, readonly string[]>> = {
  email: [
    ...['e-mail', 'email', 'e-mail address', 'email address', 'mail', 'address', 'e-mails'],
    ...['courriel', 'adresse', 'adresse e-mail', 'adresse electronique', 'adresse de courriel', 'mel'],
    ...['correo', 'correo electronico', 'direccion', 'direccion de correo', 'correo-e'],
    ...['البريد الالكتروني', 'البريد', 'العنوان', 'الايميل', 'عنوان البريد الالكتروني'],
  ],
  name: [
    ...['name', 'full name', 'person', 'contact', 'contact person', 'display name', 'participant'],
    ...['nom et prenom', 'nom complet', 'prenom et nom', 'personne', 'noms', 'personne de contact'],
    ...['nombre completo', 'nombre y apellido', 'nombre y apellidos', 'persona', 'contacto'],
    ...['الاسم', 'الاسم الكامل', 'الاسم واللقب', 'الشخص', 'جهه التواصل'],
  ],
  first: ['first name', 'given name', 'given names', 'prenom', 'nombre', 'nombres', 'الاسم الاول'],
  last: [
    ...['last name', 'surname', 'family name', 'nom', 'nom de famille'],
    ...['apellido', 'apellidos', 'اللقب', 'اسم العائله', 'الاسم الاخير'],
  ],
  state: [
    ...['state', 'country', 'member state', 'delegation', 'state or organization', 'participating state'],
    ...['etat', 'pays', 'etat membre', 'estado', 'pais', 'estado miembro', 'delegacion'],
    ...['الدوله', 'البلد', 'الدوله العضو', 'الوفد', 'iso', 'iso3', 'code'],
  ],
  role: [
    ...['role', 'function', 'capacity', 'fonction', 'qualite', 'rol', 'funcion', 'calidad'],
    ...['الدور', 'الصفه', 'المهمه'],
  ],
  language: ['language', 'lang', 'langue', 'idioma', 'lengua', 'اللغه', 'لغه المراسله'],
  partner: [
    ...['organization', 'organisation', 'partner', 'agency', 'institution', 'partenaire'],
    ...['organizacion', 'socio', 'agencia', 'institucion', 'المنظمه', 'الشريك', 'المؤسسه'],
  ],
};

/** Roles as one chooses them from a list: who stands in for a focal point has a line of its own. */
export const INVITED_ROLES = ['focal-point', 'deputy', 'secretariat', 'chair', 'partner', 'reader'] as const;
export type InvitedRole = (typeof INVITED_ROLES)[number];

export const ROLE_WORDS: Readonly<Record<InvitedRole, readonly string[]>> = {
  'focal-point': [
    ...[
      'focal point',
      'national focal point',
      'nfp',
      'fp',
      'focal',
      'contact point',
      'national contact point',
    ],
    ...['point focal', 'point focal national', 'pfn', 'pf', 'correspondant national', 'point de contact'],
    ...['punto focal', 'punto focal nacional', 'punto de contacto', 'enlace', 'enlace nacional'],
    ...[
      'نقطه اتصال',
      'نقطه الاتصال',
      'نقطه الاتصال الوطنيه',
      'جهه اتصال',
      'جهه الاتصال',
      'جهه تنسيق',
      'نقطه تنسيق',
      'منسق وطني',
    ],
  ],
  deputy: [
    ...[
      'deputy',
      'alternate',
      'deputy focal point',
      'alternate focal point',
      'alternate national focal point',
    ],
    ...['suppleant', 'suppleante', 'adjoint', 'adjointe', 'point focal suppleant', 'point focal adjoint'],
    ...['suplente', 'adjunto', 'adjunta', 'alterno', 'punto focal suplente', 'punto focal alterno'],
    ...['نائب', 'نائب نقطه الاتصال', 'مناوب', 'نقطه اتصال مناوبه', 'نقطه الاتصال المناوبه'],
  ],
  secretariat: [
    ...['secretariat', 'technical secretariat', 'executive secretariat', 'secretaria', 'secretaria tecnica'],
    ...['secretaria ejecutiva', 'secretariat technique', 'secretariat executif', 'الامانه', 'الامانه العامه'],
  ],
  chair: [
    ...['chair', 'for the chair', 'chairmanship', 'presidency', 'chair-in-office', 'co-chair'],
    ...['presidence', 'presidencia', 'presidencia pro tempore', 'ppt', 'الرئاسه', 'رئيس', 'الرئيس'],
  ],
  partner: [
    'partner',
    'partner organization',
    'partenaire',
    'socio',
    'organizacion socia',
    'شريك',
    'منظمه شريكه',
  ],
  reader: [
    'reader',
    'observer',
    'lecteur',
    'lectrice',
    'observateur',
    'lector',
    'observador',
    'قارئ',
    'مراقب',
  ],
};
