import type { Codebook } from '#domain/codebook/index.ts'
import { saveCodebook, useCodebook } from '../../state/codebook.ts'
import { notify } from '../../state/notices.ts'
import { useSession } from '../../state/session.ts'
import { common } from '../../strings/common.ts'
import { translate } from '../../strings/index.ts'

export const changeCodebook = (changes: Partial<Codebook>): Promise<boolean> => saveCodebook({ ...useCodebook.getState().codebook, ...changes })

/** Takes something out and offers to put the codebook back as it was. */
export async function removeFrom(changes: Partial<Codebook>, text: string): Promise<void> {
  const before = useCodebook.getState().codebook
  if (!(await changeCodebook(changes))) return
  notify({ tone: 'done', text, action: { label: translate(common, useSession.getState().settings.language, 'undo'), run: () => void saveCodebook(before) } })
}
