import { rememberView, useSession } from '../../state/session.ts'

const columnsName = 'timelineColumns'
/** The columns of the table as chosen; null: the usual ones. Shared by all incidents. */
export const useChosenColumns = (): readonly string[] | null => useSession(({ settings }) => columnsOf(settings.view[columnsName]))
export const chooseColumns = (columns: readonly string[] | null): void => rememberView(columnsName, columns === null ? null : [...columns])
const columnsOf = (value: unknown): readonly string[] | null => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null)
