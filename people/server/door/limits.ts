import { Refused } from '#foundation/refusal.ts'
import { findRule, type RuleValue } from '#foundation/rules-with-citations.ts'
import type { RuleShelf } from '#foundation/server/rule-book.ts'
import type { DoorLimits } from '../../sign-in-rules.ts'

/** Limits a house starts with, and the rules of its counties, which may set others. */
export type Limited = { readonly limits: DoorLimits; readonly rules?: RuleShelf | undefined }

// Without the county's rules one must still be able to sign in and set them.
const withoutRules = new Set(['foundation.ruleMissing', 'foundation.countyUnknown'])

async function valuesOf(
  rules: RuleShelf | undefined,
  county: number,
  now: Date,
): Promise<(id: string) => RuleValue | undefined> {
  if (!rules) return () => undefined
  try {
    const book = await rules.of(county, now)
    const day = book.dayOf(now)
    return (id) => findRule(book.rules, id, day)?.value
  } catch (error) {
    if (error instanceof Refused && withoutRules.has(error.refusal.key)) return () => undefined
    throw error
  }
}

/** The county's limits at the door: rules `count.signInFailures`, `window.signInLock`, `window.idle`. */
export async function limitsFor(house: Limited, county: number, now: Date): Promise<DoorLimits> {
  const ruleValue = await valuesOf(house.rules, county, now)
  const [failures, lock, idle] = [
    ruleValue('count.signInFailures'),
    ruleValue('window.signInLock'),
    ruleValue('window.idle'),
  ]
  const { limits } = house
  return {
    ...limits,
    failuresMax: failures?.kind === 'count' ? failures.count : limits.failuresMax,
    lockMinutes: lock?.kind === 'minutes' ? lock.minutes : limits.lockMinutes,
    idleMinutes: idle?.kind === 'minutes' ? idle.minutes : limits.idleMinutes,
  }
}

/** Kinds of post that sign in with a second factor: rule `list.secondFactorPosts`; none without the rule. */
export async function secondFactorPostsFor(
  rules: RuleShelf | undefined,
  county: number,
  now: Date,
): Promise<readonly string[]> {
  const value = (await valuesOf(rules, county, now))('list.secondFactorPosts')
  return value?.kind === 'list' ? value.items : []
}

const delegationDaysMax = 30

/** How many days a post may be lent at a time: rule `delegation.daysMax`. */
export async function delegationDaysFor(
  rules: RuleShelf | undefined,
  county: number,
  now: Date,
): Promise<number> {
  const value = (await valuesOf(rules, county, now))('delegation.daysMax')
  return value?.kind === 'days' ? value.days : delegationDaysMax
}
