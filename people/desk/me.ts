import { createContext, useContext } from 'react'
import type { OutputOf } from '#foundation/contract.ts'
import type { me } from '../contract.ts'
import type { PostKind } from '../model.ts'

export type Me = OutputOf<typeof me>

const MeContext = createContext<Me | null>(null)
/** The roof says who has signed in. */
export const MeProvider = MeContext.Provider

/** The officer at this desk. */
export function useMe(): Me {
  const officer = useContext(MeContext)
  if (!officer) throw new Error('nobody is signed in')
  return officer
}

/** True when the officer holds, or stands in for, a post of one of these kinds. */
export function useHolds(...kinds: readonly PostKind[]): boolean {
  return useMe().posts.some((post) => kinds.includes(post.kind))
}
