/**
 * The words that devices write for what cannot wait, and those that weaken or deny them: English, Russian, Uzbek in
 * both scripts, Italian, German. Patterns of whole words, matched without regard to case, with `ё` as `е` and every
 * apostrophe as `'`. A stem ends in `*`.
 */
export const INFARCT = [
  ...['infarct*', 'mi', 'ami', 'stemi', 'myocardial infarct*'],
  ...['инфаркт*', 'им', 'оим', 'импst', 'оимпst', 'окспst'],
  ...['infarkt*', 'mi'],
  ...['infarto', 'infarti', 'ima'],
  ...['*infarkt', '*infarkte*', 'hebungsinfarkt*'],
]

/** These say "acute" by themselves. */
export const ACUTE_INFARCT = [
  ...['ami', 'stemi', 'st elevation (?:mi|myocardial infarct*)', 'st-elevation (?:mi|myocardial infarct*)'],
  ...['(?:acute |hyperacute )?(?:anterior |inferior |lateral |posterior |septal )*injury', 'current of injury'],
  ...['оим', 'оимпst', 'импst', 'окспst', 'окс с подъ[её]мом st', 'им с подъ[её]мом (?:сегмента )?st'],
  ...['ток* повреждения'],
  ...["st ko'tarilgan (?:mi|infarkt*)", 'st кўтарилган инфаркт*'],
  ...['ima', 'infarto con sopraslivellamento', 'lesione (?:acuta|subepicardica|transmurale)'],
  ...['st-hebungsinfarkt*', 'hebungsinfarkt*'],
]

export const ACUTE = [
  ...['acute', 'hyperacute', 'recent', 'evolving', 'fresh'],
  ...['остр*', 'свеж*'],
  ...["o'tkir*", 'ўткир*', 'yangi', 'янги'],
  ...['acut*', 'recente', 'in atto', 'in evoluzione'],
  ...['akut*', 'frisch*', 'rezent*'],
]

export const DANGERS: Readonly<Record<string, readonly string[]>> = {
  'ventricular-fibrillation': [
    ...['ventricular fibrillation', 'ventricular flutter', 'vf', 'v-?fib'],
    ...['фибрилляци* желудочков', 'трепетани* желудочков', 'фж'],
    ...['qorincha(?:lar)?(?:ning)? (?:fibrillyatsiya*|titrash*)', 'қоринча(?:лар)?(?:нинг)? (?:фибрилляция*|титраш*)'],
    ...['fibrillazione ventricolare', 'flutter ventricolare', 'fv'],
    ...['kammerflimmern', 'kammerflattern'],
  ],
  'ventricular-tachycardia': [
    ...['ventricular tachycardia', 'vt', 'v-?tach', 'torsades?', 'wide qrs tachycardia', 'wide complex tachycardia'],
    ...[
      'желудочков* тахикардия',
      'желудочков* тахикардии',
      'жт',
      'тахикардия с широкими (?:комплексами )?qrs',
      'пируэт*',
    ],
    ...['qorincha(?:lar)? taxikardiya*', 'қоринча(?:лар)? тахикардия*', 'keng qrsli taxikardiya*'],
    ...['tachicardia ventricolare', 'tv', 'torsione di punta', 'tachicardia a (?:qrs larghi|complessi larghi)'],
    ...['ventrikul[aä]re tachykardie', 'kammertachykardie', 'breitkomplextachykardie', 'spitzenumkehrtachykardie'],
  ],
  'complete-av-block': [
    ...[
      'complete (?:av|a-v|atrioventricular|heart) block',
      '(?:third|3rd|3)[ -]degree (?:av|a-v|atrioventricular|heart)? ?block',
    ],
    ...[
      '(?:av|a-v) block,? (?:complete|third degree|3rd degree|iii|3)',
      '(?:high-grade|high grade|advanced|high degree) av block',
    ],
    ...['полн* (?:ав|av|а-в|атриовентрикулярн*)[ -]?блокад*', 'полн* поперечн* блокад*'],
    ...[
      '(?:ав|av|а-в|атриовентрикулярн*)[ -]?блокад* (?:iii|3|третьей)(?: ?-?й)?(?: степени| ст)?',
      'далеко зашедш* (?:ав|av)[ -]?блокад*',
    ],
    ...["to'liq av[ -]?blokada*", 'тўлиқ а[вv][ -]?блокада*', 'av[ -]?blokada* (?:iii|3)(?:-?daraja*)?'],
    ...['(?:iii|3)[ -]?(?:daraja*|даража*) (?:av|ав)[ -]?(?:blokada*|блокада*)'],
    ...['blocco (?:av|a-v|atrioventricolare) (?:completo|totale|di (?:iii|terzo|3) grado|avanzato)'],
    ...[
      '(?:kompletter|totaler) av-?[ ]?block',
      'av-?[ ]?block (?:iii|3|dritten grades)',
      'av-?[ ]?block (?:iii|3)\\.? grades',
    ],
  ],
  asystole: [
    ...['asystole', 'asystoly', 'cardiac standstill', 'ventricular standstill'],
    ...['асистоли*', 'остановка сердца'],
    ...['asistoliya*', 'асистолия*', "yurak to'xtash*"],
    ...['asistolia', 'arresto cardiaco'],
    ...['asystolie', 'herzstillstand'],
  ],
}

/** Weakens: the device is not sure. */
export const DOUBT = [
  ...[
    'possibl*',
    'probabl*',
    'consider*',
    'suspect*',
    'suggest*',
    'likely',
    'may',
    'maybe',
    'questionable',
    'borderline',
  ],
  ...[
    'cannot (?:be )?(?:rule*|exclude*)(?: out)?',
    "can't (?:be )?(?:rule*|exclude*)(?: out)?",
    'not (?:ruled out|excluded)',
  ],
  ...['rule out', 'r/o', 'versus', 'vs'],
  ...['возмож*', 'вероятн*', 'подозрени*', 'предположит*', 'нельзя исключить', 'не исключ*', 'исключить', 'похоже'],
  ...['ehtimol*', 'mumkin', 'shubha*', "(?:inkor|istisno) (?:etib|qilib) bo'lmaydi"],
  ...['эҳтимол*', 'мумкин', 'шубҳа*', '(?:инкор|истисно) (?:этиб|қилиб) бўлмайди'],
  ...[
    'possibil*',
    'probabil*',
    'sospett*',
    'considerare',
    'verosimil*',
    "non (?:si )?(?:pu[oò]'? )?esclu*",
    '(?:da )?escludere',
  ],
  ...[
    'm[oö]e?glich*',
    'wahrscheinlich*',
    'verdacht*',
    'v\\.? ?a\\.?',
    'fraglich*',
    'vermutlich*',
    'eventuell*',
    'evtl\\.?',
  ],
  ...['nicht (?:sicher )?(?:auszuschlie*|ausgeschlossen)', 'ausschlie*'],
]

/** An event of the past: what follows "old" must not be the earlier tracing. */
export const OLD = [
  ...[
    '(?:old|prior|previous)(?! (?:ecg|ekg|tracing|recording|record|study))',
    'remote',
    'chronic',
    'healed',
    'history of',
  ],
  ...['age (?:undetermined|unknown|indeterminate)', 'undetermined age', 'indeterminate age'],
  ...['стар*', 'рубцов*', 'перенесенн*', 'давност*', 'постинфаркт*'],
  ...['eski*', "o'tkazilgan", 'эски*', 'ўтказилган', 'chandiq*', 'чандиқ*'],
  ...['pregress*', 'vecchio', 'antico', 'esiti', 'non recente', "et[aà]'? indeterminat*"],
  ...['alt', 'alter', 'alten', 'abgelaufen*', 'zur[uü]e?ckliegend*', 'unbestimmt* alters', 'z\\.? ?n\\.?', 'narbe*'],
]

/** Denies what follows, with only fillers between. */
export const DENIED_BEFORE = [
  ...['no', 'not', 'without', 'negative for', 'absence of', 'excludes?', 'excluded', 'ruled out'],
  ...['нет', 'без', 'отсутств*', 'исключен*', 'не (?:выявлен*|обнаружен*|определя*)'],
  ...['nessun*', 'senza', 'assenza di', 'escluso', 'no', 'non'],
  ...['kein*', 'ohne', 'ausschluss'],
]

export const FILLERS = [
  ...['evidence', 'sign', 'signs', 'criteria', 'indication', 'of', 'for', 'a', 'an', 'any', 'the', 'definite', 'clear'],
  ...['данных', 'за', 'признак*', 'очевидн*', 'явн*'],
  ...['segni', 'segno', 'evidenza', 'evidenze', 'di', 'un', 'chiari'],
  ...['hinweis*', 'zeichen', 'auf', 'f[uü]e?r', 'einen', 'eines', 'eine', 'von'],
]

/** Denies what stands before. */
export const DENIED_AFTER = [
  ...['(?:is |was |has been |have been )?(?:ruled out|excluded|absent|not (?:present|seen|detected|found))', 'no'],
  ...['(?:признак\\p{L}* )?(?:нет|не (?:выявлен*|обнаружен*|определя*)|отсутств*|исключен*)'],
  ...["(?:belgi\\p{L}* )?(?:yo'q|aniqlanmadi|topilmadi|inkor (?:etildi|qilindi)|istisno (?:etildi|qilindi))"],
  ...['(?:белги\\p{L}* )?(?:йўқ|аниқланмади|топилмади|инкор (?:этилди|қилинди)|истисно (?:этилди|қилинди))'],
  ...['escluso', 'assente', 'non (?:rilevato|presente|evidente)'],
  ...['ausgeschlossen', 'nicht (?:nachweisbar|vorhanden|erkennbar)'],
]
