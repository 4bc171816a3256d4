import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type ListLinkProps = {
  category: string
  /** Null: the whole county. */
  division: string | null
  from: string
  to: string
  /** Said to a reader who hears the link alone. */
  label?: string
  children: ReactNode
}

/** The list behind a number: the same kind, place and days, so that it holds just as many rows. */
export function ListLink({ category, division, from, to, label, children }: ListLinkProps) {
  const search = { kind: 'request', category, from, to, ...(division ? { division } : {}) }
  return (
    <Link to={'/matters' as string} search={search as never} aria-label={label}>
      {children}
    </Link>
  )
}
