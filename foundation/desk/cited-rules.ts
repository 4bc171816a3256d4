import { createContext, useContext } from 'react'
import type { RuleValue } from '../rules-with-citations.ts'

/** A rule of the county as a screen cites it. */
export type CitedRule = {
  readonly id: string
  /** In the reader's language. */
  readonly name: string
  readonly value: RuleValue
  readonly citation: string
  /** Law, standard, at second hand, the county's own: in the reader's language. */
  readonly sourceName: string
}

type FindRule = (id: string) => CitedRule | undefined

const RulesContext = createContext<FindRule>(() => undefined)

/** The roof reads the county's rules; rooms below only cite them. */
export const RulesProvider = RulesContext.Provider

/** Finds a rule by its id; undefined while the rules are unknown, and for one the county has not. */
export const useCitedRule = (): FindRule => useContext(RulesContext)
