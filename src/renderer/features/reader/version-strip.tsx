import { GitCompareArrows, History } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { earlierVersion } from '#domain/command/index.ts'
import type { Source } from '#domain/incident/index.ts'
import { register } from '../../commands/registry.ts'
import { loadText, useIncident, useOpened } from '../../state/open-incident.ts'
import { report } from '../../state/notices.ts'
import { useLanguage, useStrings } from '../../strings/index.ts'
import { versions } from '../../strings/versions.ts'
import { Button, Strip } from '../../ui/index.ts'
import { closeReview, declineNewer, openOther, openReview, reviewsNow, takeAsNewer, useVersion, versionCommands, waitingOf } from './version.ts'
import { useTakenOver } from './taken-over.ts'
import { VersionReview } from './version-review.tsx'

export function useVersionCommands(): void {
  useEffect(() => register(...versionCommands), [])
}

/** What a source has to do with other versions of itself: an offer, the marks that wait, or that there is a newer one. */
export function VersionStrip({ source }: { source: Source }) {
  const incident = useIncident()
  const older = source.supersedes ? incident.sources[source.supersedes] : undefined
  const newer = Object.values(incident.sources).find(({ supersedes }) => supersedes === source.id)
  const { sources } = incident
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it rests on the sources alone
  const like = useMemo(() => earlierVersion(incident, source), [sources, source])
  if (older) return <Marks key={source.id} newer={source} older={older} />
  if (newer) return <Superseded source={source} newer={newer} />
  return like ? <Offer newer={source} older={like} /> : null
}

function Offer({ newer, older }: { newer: Source; older: Source }) {
  const t = useStrings(versions)
  const language = useLanguage()
  const { annotations } = useIncident()
  const marks = Object.values(annotations).filter(({ sourceId }) => sourceId === older.id).length
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'cs', { dateStyle: 'medium' }).format(new Date(older.capture?.capturedAt ?? 0))
  const actions = (
    <>
      <Button small onClick={() => void takeAsNewer(newer.id, older.id)}>{t('accept')}</Button>
      <Button small onClick={() => declineNewer(newer.id)}>{t('decline')}</Button>
    </>
  )
  return <Strip tone="note" icon={GitCompareArrows} actions={actions}>{t('looksNewer', { title: older.citation.title, date: day })} {marks > 0 ? t('marksWait', { n: marks }) : null}</Strip>
}

function Superseded({ source, newer }: { source: Source; newer: Source }) {
  const t = useStrings(versions)
  const { annotations } = useIncident()
  const left = Object.values(annotations).filter(({ sourceId, state }) => sourceId === source.id && state !== 'rejected').length
  return <Strip tone="note" icon={History} actions={<Button small onClick={() => openOther(newer.id)}>{t('openNewer')}</Button>}>{t('newerExists', { n: left })}</Strip>
}

function Marks({ newer, older }: { newer: Source; older: Source }) {
  const t = useStrings(versions)
  const { annotations } = useIncident()
  const texts = useOpened((state) => state.texts)
  const { reviewing, taken } = useVersion()
  useEffect(() => {
    for (const text of [older.text, newer.text]) if (text) void loadText(text.sha256).catch(report)
  }, [older.text, newer.text])
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it rests on the marks and the texts alone
  const reviews = useMemo(() => reviewsNow(newer), [newer, annotations, texts])
  const open = reviewing === newer.id
  const over = useTakenOver(newer, older, open)
  if (!reviews) return null
  const { certain, near, tray } = waitingOf(reviews)
  const said = taken?.sourceId === newer.id ? (taken.count > 0 ? t('taken', { n: taken.count }) : t('takenNone')) : ''
  if (reviews.length === 0 && !open) return null
  const counts = [near > 0 ? t('toConfirm', { n: near }) : '', tray > 0 ? t('inTray', { n: tray }) : ''].filter(Boolean).join(' · ')
  const actions = (
    <>
      {certain > 0 ? <Button small onClick={() => void takeAsNewer(newer.id, older.id)}>{t('takeCertain', { n: certain })}</Button> : null}
      {open ? <Button small onClick={closeReview}>{t('closeReview')}</Button> : <Button small look="primary" onClick={() => openReview(newer.id)}>{t('openReview')}</Button>}
    </>
  )
  return (
    <>
      <Strip tone="note" icon={GitCompareArrows} actions={actions}>{t('newerOf', { title: older.citation.title })} {said} <strong>{reviews.length === 0 ? t('allPlaced') : counts}</strong></Strip>
      {open && reviews.length + over.length > 0 ? <VersionReview newer={newer} reviews={reviews} taken={over} /> : null}
    </>
  )
}
