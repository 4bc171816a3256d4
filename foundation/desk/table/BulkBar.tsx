import type { ReactNode } from 'react'
import { fill } from '../../languages.ts'
import { Button } from '../parts/Button.tsx'
import { useScreenWords } from '../setting.ts'

type BulkBarProps<R> = {
  rows: readonly R[]
  idOf: (row: R) => string
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  /** Acts for all that is chosen. */
  children: ReactNode
}

/** Above a table while rows are chosen: how many, and what can be done with all of them. */
export function BulkBar<R>({ rows, idOf, chosen, onChoose, children }: BulkBarProps<R>) {
  const words = useScreenWords()
  if (chosen.size === 0) return null
  return (
    <div className="bulk">
      <p role="status">{fill(words.chosen, { count: chosen.size })}</p>
      {children}
      <Button kind="quiet" onPress={() => onChoose(new Set(rows.map(idOf)))}>
        {words.chooseAll}
      </Button>
      <Button kind="quiet" onPress={() => onChoose(new Set())}>
        {words.clear}
      </Button>
    </div>
  )
}
