import { type Refusal, refuse } from '#foundation/refusal.ts'
import type { Actor } from '#people/model.ts'

/** Rules and calendar are the county's decision: the leader on duty decides, the system administrator enters it. */
export function whyNotKeepRules(by: Actor): Refusal | null {
  const may =
    by.kind === 'system' || by.posts.some(({ kind }) => kind === 'leader' || kind === 'systemAdmin')
  return may ? null : refuse('app.ruleKeepersOnly', 'forbidden')
}

/** What is asked of the calendar. */
export type HolidaysAsked = {
  readonly region: 'nation' | 'county'
  readonly days: readonly { readonly day: string }[]
}

/**
 * Why these days cannot be entered. Days gone by have made limits run out already and stay as they were; the nation's
 * calendar is shared by all counties of an installation, so none of several may change it for the others.
 */
export function whyNotHolidays(
  { region, days }: HolidaysAsked,
  today: string,
  countiesServed: number,
): Refusal | null {
  if (region === 'nation' && countiesServed > 1) {
    return refuse('app.holidaysShared', 'forbidden', { field: 'region' })
  }
  const past = days.findIndex(({ day }) => day < today)
  if (past >= 0) {
    const field = `days.${past}.day`
    return refuse('app.holidayPast', 'invalid', { field, values: { day: today } })
  }
  const seen = new Set<string>()
  for (const [index, { day }] of days.entries()) {
    if (seen.has(day)) {
      const field = `days.${index}.day`
      return refuse('app.holidayTwice', 'invalid', { field, values: { day } })
    }
    seen.add(day)
  }
  return null
}
