import type { ReactNode } from 'react'
import type { PostKind } from '../model.ts'
import { useHolds } from './me.ts'

type ForPostsProps = {
  kinds: readonly PostKind[]
  /** Who the page is for, said to everybody else. */
  otherwise: string
  children: ReactNode
}

/** A page for the holders of some posts. The server refuses by itself; this only says so before anything is typed. */
export function ForPosts({ kinds, otherwise, children }: ForPostsProps) {
  if (useHolds(...kinds)) return children
  return (
    <div className="blank">
      <p>{otherwise}</p>
    </div>
  )
}
