import { strings } from './index.ts'

/** Words of the codebook: own types, own tags, bundled taxonomies. */
export const codebookStrings = strings({
  en: {
    title: 'Codebook', intro: 'Belongs to this library, beside the ten built-in types. Every change is kept at once.', readOnly: 'This library is open for reading only.', parts: 'Part', types: 'Types', tags: 'Tags', taxonomies: 'Taxonomies',
    noTypes: 'No own types yet.', nameEn: 'Name in English', nameCs: 'Name in Czech', ink: 'Ink of', glyph: 'Sign', key: 'Letter', keyHint: 'May be empty', addType: 'Add type', changeType: 'Save type', edit: 'Edit {name}', remove: 'Remove {name}', cancelEdit: 'Cancel',
    needName: 'Both names are needed.', needGlyph: 'A sign of one or two characters is needed.', taken: 'There is such a type already.', removedType: '{name} is no longer offered. Marks that have it keep it.', removedTag: '#{tag} is no longer offered. Marks that have it keep it.',
    noTags: 'No own tags yet.', tag: 'Tag', parent: 'Under', top: 'At the top', meaning: 'When to use it', addTag: 'Add tag', needTag: 'A tag is needed.', tagTaken: 'There is such a tag already.',
    taxonomiesIntro: 'The tags of a list that is switched on are offered wherever marks are tagged.', tagCount: { one: '{n} tag', other: '{n} tags' }, source: '{publisher}: {title}. Licence: {licence}.', show: 'Show the tags', inList: 'Own types', inTree: 'Own tags',
  },
  cs: {
    title: 'Kódovací kniha', intro: 'Patří k této knihovně, vedle deseti vestavěných typů. Každá změna se uloží hned.', readOnly: 'Tato knihovna je otevřena jen ke čtení.', parts: 'Část', types: 'Typy', tags: 'Štítky', taxonomies: 'Taxonomie',
    noTypes: 'Zatím žádné vlastní typy.', nameEn: 'Název anglicky', nameCs: 'Název česky', ink: 'Barva typu', glyph: 'Znak', key: 'Písmeno', keyHint: 'Může zůstat prázdné', addType: 'Přidat typ', changeType: 'Uložit typ', edit: 'Upravit {name}', remove: 'Odebrat {name}', cancelEdit: 'Zrušit',
    needName: 'Je třeba oba názvy.', needGlyph: 'Je třeba znak o jednom nebo dvou znacích.', taken: 'Takový typ už existuje.', removedType: '{name} se už nenabízí. Značkám, které ho mají, zůstává.', removedTag: '#{tag} se už nenabízí. Značkám, které ho mají, zůstává.',
    noTags: 'Zatím žádné vlastní štítky.', tag: 'Štítek', parent: 'Pod', top: 'Na nejvyšší úrovni', meaning: 'Kdy ho použít', addTag: 'Přidat štítek', needTag: 'Chybí štítek.', tagTaken: 'Takový štítek už existuje.',
    taxonomiesIntro: 'Štítky zapnutého seznamu se nabízejí všude, kde se značky opatřují štítky.', tagCount: { one: '{n} štítek', few: '{n} štítky', many: '{n} štítku', other: '{n} štítků' }, source: '{publisher}: {title}. Licence: {licence}.', show: 'Zobrazit štítky', inList: 'Vlastní typy', inTree: 'Vlastní štítky',
  },
})
