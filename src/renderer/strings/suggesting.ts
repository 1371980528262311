import { strings } from './index.ts'

/** Words of suggestions: what the rules read in the words, and what can be done about it. */
export const suggesting = strings({
  en: {
    suggestion: 'Suggestion', place: '{n} of {m}', here: '{type}: {words}. {reading} {n} of {m}. A accepts, X rejects, Enter makes a record, Escape leaves the suggestions.', herePlain: '{type}: {words}. {reading} {n} of {m}. Press Enter to make a record, Escape to leave the suggestions.',
    accept: 'Accept', reject: 'Reject', acceptEqual: { one: 'Accept', other: 'All {n} equal' }, next: 'Next', make: 'Make',
    accepted: { one: 'Suggestion accepted', other: '{n} suggestions accepted' }, rejected: { one: 'Suggestion rejected', other: '{n} suggestions rejected' },
    acceptedNow: { one: 'Accepted.', other: '{n} accepted.' }, rejectedNow: { one: 'Rejected; it will not be suggested again.', other: '{n} rejected; they will not be suggested again.' }, noneLeft: 'No suggestion is left in this text.', left: 'Out of the suggestions: Tab goes on to what follows the text.',
    shown: 'Suggestions are shown.', hidden: 'Suggestions are hidden.', toggle: 'Suggestions', looking: 'Looking for suggestions…', showWith: 'Show or hide the suggestions (F8)',
    asDate: 'Reads as {value}', asActor: 'Actor: {value}', asAlias: '{alias} is a name of {value}', asPlace: 'Country: {value}', asTown: 'Place', asOrganisation: 'Organisation', asOrganisationNamed: 'Stands for {value}', asPerson: 'Person', asPersonNamed: 'Stands for {value}', withRole: '{value}, {role}',
    asVulnerability: 'Vulnerability: {value}', asTechnique: 'ATT&CK technique: {value}', asIndicator: 'Indicator, {kind}', asIndicatorNamed: 'Indicator, {kind}: {value}', asMalware: 'Malware: {value}', saidBy: 'Said by {speaker}', saidByNobody: 'Statement; the speaker was not found',
    heldBy: '{by} holds {value} responsible', held: 'Holds {value} responsible', strength: 'in the words “{strength}”', stored: 'Suggested in the case as it came',
    newResponse: 'New response', responder: 'Who responds', country: 'Country (two letters)', countryMissing: 'A country is two letters, such as CZ.',
  },
  cs: {
    suggestion: 'Návrh', place: '{n} z {m}', here: '{type}: {words}. {reading} {n} z {m}. A přijme, X odmítne, Enter vytvoří záznam, Escape opustí návrhy.', herePlain: '{type}: {words}. {reading} {n} z {m}. Enter vytvoří záznam, Escape opustí návrhy.',
    accept: 'Přijmout', reject: 'Odmítnout', acceptEqual: { one: 'Přijmout', few: 'Všechny {n} stejné', many: 'Všech {n} stejných', other: 'Všech {n} stejných' }, next: 'Další', make: 'Vytvořit',
    accepted: { one: 'Návrh přijat', few: 'Přijaty {n} návrhy', many: 'Přijato {n} návrhu', other: 'Přijato {n} návrhů' }, rejected: { one: 'Návrh odmítnut', few: 'Odmítnuty {n} návrhy', many: 'Odmítnuto {n} návrhu', other: 'Odmítnuto {n} návrhů' },
    acceptedNow: { one: 'Přijato.', few: 'Přijaty {n}.', many: 'Přijato {n}.', other: 'Přijato {n}.' }, rejectedNow: { one: 'Odmítnuto; znovu se nenavrhne.', few: 'Odmítnuty {n}; znovu se nenavrhnou.', many: 'Odmítnuto {n}; znovu se nenavrhne.', other: 'Odmítnuto {n}; znovu se nenavrhnou.' }, noneLeft: 'V tomto textu už není žádný návrh.', left: 'Mimo návrhy: Tab pokračuje za text.',
    shown: 'Návrhy se zobrazují.', hidden: 'Návrhy jsou skryté.', toggle: 'Návrhy', looking: 'Hledají se návrhy…', showWith: 'Zobrazit nebo skrýt návrhy (F8)',
    asDate: 'Čte se jako {value}', asActor: 'Aktér: {value}', asAlias: '{alias} je jméno aktéra {value}', asPlace: 'Země: {value}', asTown: 'Místo', asOrganisation: 'Organizace', asOrganisationNamed: 'Znamená {value}', asPerson: 'Osoba', asPersonNamed: 'Znamená {value}', withRole: '{value}, {role}',
    asVulnerability: 'Zranitelnost: {value}', asTechnique: 'Technika ATT&CK: {value}', asIndicator: 'Indikátor, {kind}', asIndicatorNamed: 'Indikátor, {kind}: {value}', asMalware: 'Malware: {value}', saidBy: 'Řekl(a): {speaker}', saidByNobody: 'Výrok; mluvčí nebyl nalezen',
    heldBy: '{by} označuje za odpovědné: {value}', held: 'Za odpovědné se označuje: {value}', strength: 'slovy „{strength}“', stored: 'Navrženo v případu, jak přišel',
    newResponse: 'Nová reakce', responder: 'Kdo reaguje', country: 'Země (dvě písmena)', countryMissing: 'Země jsou dvě písmena, například CZ.',
  },
})
