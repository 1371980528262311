import { useMemo } from 'react'
import { create } from 'zustand'
import { emptyCodebook } from '#domain/codebook/tags.ts'
import type { Codebook, Taxonomy } from '#domain/codebook/index.ts'
import { choosableTypes, isBuiltInType, ownTypeOf, type AnnotationType, type BuiltInType, type OwnType } from '#domain/incident/index.ts'
import type { Language } from '#contract/index.ts'
import { call } from '../api.ts'
import { common } from '../strings/common.ts'
import { translate, useLanguage } from '../strings/index.ts'
import { report } from './notices.ts'
import { useOpened } from './open-incident.ts'

/** The library's codebook as main has it; empty until it was asked for. */
export const useCodebook = create<{ codebook: Codebook; taxonomies: Taxonomy[]; loaded: boolean }>(() => ({ codebook: emptyCodebook(), taxonomies: [], loaded: false }))

/** Asks once; a failure is reported and asked again the next time. */
export async function loadCodebook(): Promise<void> {
  if (useCodebook.getState().loaded) return
  try {
    useCodebook.setState({ ...(await call('codebook:get', {})), loaded: true })
  } catch (error) {
    report(error)
  }
}

/** Keeps a codebook durably; what is shown changes only when it is kept. @returns whether it was */
export async function saveCodebook(codebook: Codebook): Promise<boolean> {
  try {
    useCodebook.setState({ codebook: await call('codebook:save', codebook) })
    return true
  } catch (error) {
    report(error)
    return false
  }
}

const usedTypes = () => useOpened.getState().current?.incident.codebook

/** The entry of an own type, outside of React. */
export const ownTypeNow = (type: AnnotationType): OwnType | null => ownTypeOf(type, useCodebook.getState().codebook.types, usedTypes())

/** What a type is called: built-in ones by our words, own ones by their entry, one without entry by its id. */
export function nameOfType(type: AnnotationType, own: OwnType | null, language: Language): string {
  if (isBuiltInType(type)) return translate(common, language, type)
  return own?.names[language] ?? type.slice('own-'.length)
}
export const typeNameNow = (type: AnnotationType, language: Language): string => nameOfType(type, ownTypeNow(type), language)

/** The own types of library and incident, and how to name and draw any type. */
export function useTypes() {
  const library = useCodebook((state) => state.codebook.types)
  const used = useOpened((state) => state.current?.incident.codebook)
  const language = useLanguage()
  return useMemo(() => {
    const own = (type: AnnotationType) => ownTypeOf(type, library, used)
    return {
      all: choosableTypes(library, used),
      own,
      name: (type: AnnotationType) => nameOfType(type, own(type), language),
    }
  }, [library, used, language])
}

/** The ink of the checked palette that a type is drawn in; a type nobody knows any more takes that of an assessment. */
export const inkOf = (type: AnnotationType, own: OwnType | null): BuiltInType => (isBuiltInType(type) ? type : (own?.ink ?? 'assessment'))
