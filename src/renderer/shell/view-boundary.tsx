import { Component, type ReactNode } from 'react'
import { useStrings } from '../strings/index.ts'
import { shell } from '../strings/shell.ts'
import { Button, EmptyState } from '../ui/index.ts'

function Stopped({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const t = useStrings(shell)
  return (
    <main>
      <EmptyState title={t('viewFailed')} actions={<Button look="primary" onClick={onAgain}>{t('showAgain')}</Button>}>
        {t('viewFailedText', { detail: error.message })}
      </EmptyState>
    </main>
  )
}

/** A view that breaks leaves the bars and the other views working. `place` changes when another view is shown. */
export class ViewBoundary extends Component<{ place: string; children: ReactNode }, { error: Error | null; place: string }> {
  constructor(props: { place: string; children: ReactNode }) {
    super(props)
    this.state = { error: null, place: props.place }
  }
  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
  static getDerivedStateFromProps(props: { place: string }, state: { place: string }) {
    return props.place === state.place ? null : { place: props.place, error: null }
  }
  override render() {
    const { error } = this.state
    return error ? <Stopped error={error} onAgain={() => this.setState({ error: null })} /> : this.props.children
  }
}
