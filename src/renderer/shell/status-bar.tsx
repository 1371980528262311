import { useSession } from '../state/session.ts'

export function StatusBar() {
  const save = useSession((session) => session.save)
  return <footer>{save.state}</footer>
}
