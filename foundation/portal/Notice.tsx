import type { ReactNode } from 'react'

type NoticeProps = {
  /** `done` something was done, `attention` read this first, `trouble` it did not work, `note` good to know. */
  kind: 'done' | 'attention' | 'trouble' | 'note'
  heading?: string
  children?: ReactNode
}

/** A sentence that must not be missed, with a bar and a heading; never more than one or two on a page. */
export function Notice({ kind, heading, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'trouble' ? 'alert' : undefined}>
      {heading ? <h2>{heading}</h2> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  )
}
