/** Month names of both languages in every case people write, lower case, to their number. */
const english = 'january february march april may june july august september october november december'.split(' ')
const short = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const czech = [
  'leden ledna lednu lednem', 'únor února únoru únorem', 'březen března březnu březnem', 'duben dubna dubnu dubnem', 'květen května květnu květnem',
  'červen června červnu červnem', 'červenec července červenci červencem', 'srpen srpna srpnu srpnem', 'září zářím', 'říjen října říjnu říjnem',
  'listopad listopadu listopadem', 'prosinec prosince prosinci prosincem',
]
export const englishMonths = new Map<string, number>([...english.map((name, index) => [name, index + 1] as const), ...short.map((name, index) => [name, index + 1] as const), ['sept', 9]])
export const czechMonths = new Map<string, number>(czech.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)))

/** EDTF season codes 21–24 (ISO 8601-2, level 1). */
export const seasons = new Map<string, string>([
  ['spring', '21'], ['summer', '22'], ['autumn', '23'], ['fall', '23'], ['winter', '24'],
  ...'jaro jara jaře jarem'.split(' ').map((word) => [word, '21'] as const),
  ...'léto léta létě létem'.split(' ').map((word) => [word, '22'] as const),
  ...'podzim podzimu podzimem'.split(' ').map((word) => [word, '23'] as const),
  ...'zima zimy zimě zimu zimou'.split(' ').map((word) => [word, '24'] as const),
])

/** Weekdays of both languages to the number of Date.getUTCDay (0 is Sunday). */
export const weekdays = new Map<string, number>([
  ...'sunday monday tuesday wednesday thursday friday saturday'.split(' ').map((word, index) => [word, index] as const),
  ...['neděle neděli nedělí', 'pondělí pondělím', 'úterý úterkem', 'středa středy středu středě středou', 'čtvrtek čtvrtka čtvrtku čtvrtkem', 'pátek pátku pátkem', 'sobota soboty sobotu sobotě sobotou']
    .flatMap((forms, index) => forms.split(' ').map((word) => [word, index] as const)),
])
/** Words that name a quarter of a year, to its number. */
export const ordinals = new Map<string, number>([['first', 1], ['second', 2], ['third', 3], ['fourth', 4], ['prvního', 1], ['druhého', 2], ['třetího', 3], ['čtvrtého', 4], ['prvním', 1], ['druhém', 2], ['třetím', 3], ['čtvrtém', 4], ['první', 1], ['druhé', 2], ['třetí', 3], ['čtvrté', 4]])
