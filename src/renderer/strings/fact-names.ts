import type { Language } from '#contract/index.ts'

const names: Record<Language, Record<string, string>> = {
  en: {
    scope: 'Scope', 'scope.embassies': 'Missions abroad', critical_infrastructure: 'Status', 'activity.start': 'Start of activity', 'activity.end': 'End of activity', entry_vector: 'Entry', collection_interest: 'Interest', impact: 'Impact', 'impact.nato_wording': 'Impact as NATO puts it',
    remediation: 'Remedy', 'remediation.year': 'Year of the remedy', 'dates.detected': 'Detected', 'dates.disclosed': 'Disclosed', 'dates.attributed': 'Attributed', support: 'Support', denial: 'Denial', investigators: 'Investigators',
    'actor.aliases': 'Names of the actor', 'actor.organisation': 'Organisation behind the actor', foreign_minister: 'Foreign minister', chinese_ambassador: 'Chinese ambassador',
    'bis_report.cited_by_afp': 'BIS report quoted by AFP', 'bis_report.on_2024.cyber': 'BIS report on 2024', 'bis_report.on_2024.published': 'BIS report on 2024, published', 'context.eu_presidency': 'EU presidency',
  },
  cs: {
    scope: 'Rozsah', 'scope.embassies': 'Zastupitelské úřady', critical_infrastructure: 'Postavení', 'activity.start': 'Začátek činnosti', 'activity.end': 'Konec činnosti', entry_vector: 'Průnik', collection_interest: 'Zájem', impact: 'Dopad', 'impact.nato_wording': 'Dopad slovy NATO',
    remediation: 'Náprava', 'remediation.year': 'Rok nápravy', 'dates.detected': 'Odhaleno', 'dates.disclosed': 'Zveřejněno', 'dates.attributed': 'Atribuováno', support: 'Podpora', denial: 'Popření', investigators: 'Vyšetřovali',
    'actor.aliases': 'Názvy aktéra', 'actor.organisation': 'Organizace za aktérem', foreign_minister: 'Ministr zahraničí', chinese_ambassador: 'Čínský velvyslanec',
    'bis_report.cited_by_afp': 'Zpráva BIS podle AFP', 'bis_report.on_2024.cyber': 'Zpráva BIS za rok 2024', 'bis_report.on_2024.published': 'Zpráva BIS za rok 2024, vydána', 'context.eu_presidency': 'Předsednictví EU',
  },
}

/** A fact's field in words; a field without a name of its own is spelled out. */
export function factName(field: string, language: Language): string {
  const plain = field.replace(/[._]/g, ' ')
  return names[language][field] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}
