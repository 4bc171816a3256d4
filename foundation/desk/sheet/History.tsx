import type { ReactNode } from 'react'
import { sayMoment } from '../../screens/say-time.ts'
import { useNow } from '../clock.ts'
import { useLanguage } from '../setting.ts'
import { Quote } from './Sheet.tsx'

export type HistoryEntry = {
  readonly id: string | number
  /** ISO 8601. */
  readonly at: string
  readonly sentence: string
  /** Office or person. */
  readonly by?: string | null
  readonly quote?: string | null
  readonly more?: ReactNode
}

/** What happened, newest first; the time in a column of its own where there is room. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const language = useLanguage()
  const now = useNow()
  return (
    <ol className="history">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{sayMoment(entry.at, language, now)}</time>
          <div>
            <p>
              <strong>{entry.sentence}</strong>
              {entry.by ? <span className="history-by">{entry.by}</span> : null}
            </p>
            {entry.quote ? <Quote>{entry.quote}</Quote> : null}
            {entry.more}
          </div>
        </li>
      ))}
    </ol>
  )
}
