import { strings } from './index.ts'

/** Words of newer versions of a source: the offer, what became of each mark, the tray. */
export const versions = strings({
  en: {
    looksNewer: 'This looks like a newer version of “{title}”, imported on {date}.', accept: 'It is the newer version', decline: 'It is another document',
    marksWait: { one: '{n} mark would be looked at.', other: '{n} marks would be looked at.' },
    newerOf: 'Newer version of “{title}”.', taken: { one: '{n} mark taken over: its place is certain.', other: '{n} marks taken over: their place is certain.' }, takenNone: 'No mark had a certain place.',
    toConfirm: { one: '{n} to confirm', other: '{n} to confirm' }, inTray: { one: '{n} without a place', other: '{n} without a place' }, allPlaced: 'Every mark has its place.', openReview: 'Look at the marks', closeReview: 'Close', takeCertain: { one: 'Take {n} certain mark over', other: 'Take {n} certain marks over' },
    review: 'Marks of the version before', before: 'Then', after: 'Now', takenList: 'Taken over: {n}', waitHere: { one: '{n} mark of the version before waits', other: '{n} marks of the version before wait' }, menu: 'Actions of the source', newVersion: 'Import a new version…', facts: 'Facts of the source…', reviewMenu: 'Marks of the version before', newerExists: 'There is a newer version of this source. {n} of its marks wait there.', openNewer: 'Open it',
    'how_same-place': 'same place', 'how_same-words': 'moved, same words', how_near: '{n}% alike', how_gone: 'no place found', how_tray: 'set aside', 'how_by-hand': 'placed by hand',
    keep: 'Confirm', setAside: 'No place', putHere: 'On the selection', hint: 'Enter confirms, X sets aside, Ctrl+Enter puts the mark on the words selected in the text.', selectHint: 'Select its words in the text, then press Ctrl+Enter.', nothingSelected: 'Select the words in the text first.',
    stepAccept: 'make it the newer version', stepDecline: 'keep it as a document of its own', stepCertain: { one: 'take {n} mark over', other: 'take {n} marks over' }, stepConfirm: 'confirm the new place of a mark', stepAside: 'set a mark without a place aside', stepPlace: 'put a mark on its new words',
    saidPlaced: 'Mark placed. {left} left.', saidAside: 'Set aside. {left} left.', same: 'The file has the very text of a source that is here already.',
  },
  cs: {
    looksNewer: 'Vypadá to na novější verzi zdroje „{title}“, importovaného {date}.', accept: 'Je to novější verze', decline: 'Je to jiný dokument',
    marksWait: { one: 'Projde se {n} značka.', few: 'Projdou se {n} značky.', many: 'Projde se {n} značky.', other: 'Projde se {n} značek.' },
    newerOf: 'Novější verze zdroje „{title}“.', taken: { one: 'Převzata {n} značka s jistým místem.', few: 'Převzaty {n} značky s jistým místem.', many: 'Převzato {n} značky s jistým místem.', other: 'Převzato {n} značek s jistým místem.' }, takenNone: 'Žádná značka neměla jisté místo.',
    toConfirm: { one: '{n} k potvrzení', few: '{n} k potvrzení', many: '{n} k potvrzení', other: '{n} k potvrzení' }, inTray: { one: '{n} bez místa', few: '{n} bez místa', many: '{n} bez místa', other: '{n} bez místa' }, allPlaced: 'Každá značka má své místo.', openReview: 'Projít značky', closeReview: 'Zavřít', takeCertain: { one: 'Převzít {n} jistou značku', few: 'Převzít {n} jisté značky', many: 'Převzít {n} jisté značky', other: 'Převzít {n} jistých značek' },
    review: 'Značky předchozí verze', before: 'Dříve', after: 'Nyní', takenList: 'Převzaté: {n}', waitHere: { one: 'Čeká {n} značka předchozí verze', few: 'Čekají {n} značky předchozí verze', many: 'Čeká {n} značky předchozí verze', other: 'Čeká {n} značek předchozí verze' }, menu: 'Akce zdroje', newVersion: 'Importovat novou verzi…', facts: 'Údaje o zdroji…', reviewMenu: 'Značky předchozí verze', newerExists: 'Tento zdroj má novější verzi. Čekající značky: {n}.', openNewer: 'Otevřít ji',
    'how_same-place': 'stejné místo', 'how_same-words': 'posunuto, stejná slova', how_near: 'shoda {n} %', how_gone: 'místo nenalezeno', how_tray: 'odloženo', 'how_by-hand': 'umístěno ručně',
    keep: 'Potvrdit', setAside: 'Nemá místo', putHere: 'Na výběr', hint: 'Enter potvrdí, X odloží, Ctrl+Enter přenese značku na slova vybraná v textu.', selectHint: 'Vyberte její slova v textu a stiskněte Ctrl+Enter.', nothingSelected: 'Nejprve vyberte slova v textu.',
    stepAccept: 'označit jako novější verzi', stepDecline: 'ponechat jako samostatný dokument', stepCertain: { one: 'převzít {n} značku', few: 'převzít {n} značky', many: 'převzít {n} značky', other: 'převzít {n} značek' }, stepConfirm: 'potvrdit nové místo značky', stepAside: 'odložit značku bez místa', stepPlace: 'přenést značku na nová slova',
    saidPlaced: 'Značka přenesena. Zbývá {left}.', saidAside: 'Odloženo. Zbývá {left}.', same: 'Soubor má přesně stejný text jako zdroj, který tu už je.',
  },
})
