import { createContext, useContext } from 'react'
import type { OutputOf } from '#foundation/contract.ts'
import type { me } from '../contract.ts'

export type Me = OutputOf<typeof me>

const MeContext = createContext<Me | null>(null)
export const MeProvider = MeContext.Provider

/** The officer at this desk. */
export function useMe(): Me {
  const officer = useContext(MeContext)
  if (!officer) throw new Error('nobody is signed in')
  return officer
}
