import type { ReportOptions } from '#contract/index.ts'
import { leastTlp, strictest, type Incident } from '#domain/incident/index.ts'
import { rememberView, useSession } from './session.ts'

const nameOf = (incidentId: string) => `report.${incidentId}`

/** The report settings of an incident, as last chosen; never below what its parts require. */
export function reportOptions(incident: Incident, settings = useSession.getState().settings): ReportOptions {
  const kept = settings.view[nameOf(incident.id)] as Partial<ReportOptions> | undefined
  return { tlp: strictest(leastTlp(incident), kept?.tlp ?? 'CLEAR'), language: kept?.language ?? settings.language }
}

export function useReportOptions(incident: Incident): ReportOptions {
  const settings = useSession((session) => session.settings)
  return reportOptions(incident, settings)
}

export const keepReportOptions = (incidentId: string, options: ReportOptions): void => rememberView(nameOf(incidentId), options)
