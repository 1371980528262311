import type { Attribution, Response, ResponseType } from '../incident/index.ts'
import type { ItemTitles } from './items.ts'

type Language = 'en' | 'cs'

const stances = {
  en: { attributes: 'holds responsible', endorses: 'endorses the attribution to', acknowledges: 'acknowledges the attribution to', disputes: 'disputes the attribution to' },
  cs: { attributes: 'označuje za odpovědné:', endorses: 'podporuje atribuci:', acknowledges: 'bere na vědomí atribuci:', disputes: 'zpochybňuje atribuci:' },
} as const

export const responseTypeNames: Record<Language, Record<ResponseType, string>> = {
  en: {
    'public-attribution': 'public attribution', 'endorsement-of-attribution': 'endorsement of the attribution', 'statement-of-support': 'statement of support',
    condemnation: 'condemnation', 'summons-of-ambassador': 'summons of the ambassador', demarche: 'démarche', expulsion: 'expulsion', sanctions: 'sanctions',
    indictment: 'indictment', arrest: 'arrest', 'technical-advisory': 'technical advisory', 'parliamentary-inquiry': 'parliamentary inquiry',
    'legislative-initiative': 'legislative initiative', 'preventive-measure': 'preventive measure', remediation: 'remedy', denial: 'denial',
    'counter-accusation': 'counter-accusation', statement: 'statement', other: 'other act',
  },
  cs: {
    'public-attribution': 'veřejná atribuce', 'endorsement-of-attribution': 'podpora atribuce', 'statement-of-support': 'vyjádření podpory',
    condemnation: 'odsouzení', 'summons-of-ambassador': 'předvolání velvyslance', demarche: 'demarše', expulsion: 'vyhoštění', sanctions: 'sankce',
    indictment: 'obžaloba', arrest: 'zatčení', 'technical-advisory': 'technické varování', 'parliamentary-inquiry': 'parlamentní šetření',
    'legislative-initiative': 'legislativní iniciativa', 'preventive-measure': 'preventivní opatření', remediation: 'náprava', denial: 'popření',
    'counter-accusation': 'protiobvinění', statement: 'prohlášení', other: 'jiný krok',
  },
}

/** Titles of attributions and responses in a language: "Government of Czechia holds responsible: APT31". */
export function itemTitles(language: Language): ItemTitles {
  return {
    attribution: (item: Attribution) => `${item.by.name} ${stances[language][item.stance]} ${item.to.map((target) => target.name).join(', ')}`,
    response: (item: Response) => `${item.actor.name}: ${responseTypeNames[language][item.type]}`,
  }
}
