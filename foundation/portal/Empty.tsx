import type { ReactNode } from 'react'

/** Nothing here: says so plainly, and what may be done next. */
export function Empty({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{sentence}</p>
      {children}
    </div>
  )
}
