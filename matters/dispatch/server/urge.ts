import { maskPersonalData } from '#foundation/personal-data.ts'
import { unless } from '#foundation/refusal.ts'
import { hoursOn } from '#foundation/rules-with-citations.ts'
import { type Deed, deed, type Subject } from '#matters/matter/server/deed.ts'
import type { Moment } from '#people/server/moment.ts'
import { urge } from '../contract.ts'
import { whyNotUrge } from '../rules.ts'
import { lastUrged } from './store.ts'

async function whyNotNow({ matter, clocks, county }: Subject, { sql, by, now }: Moment) {
  const reports = by.kind === 'resident' || by.kind === 'receipt'
  const last = reports ? await lastUrged(sql, by.county, matter.id) : null
  const hoursBetween = hoursOn(county.rules, 'window.urgeAgain', county.dayOf(now))
  return whyNotUrge({ clocks, lastUrged: last, hoursBetween }, by, now)
}

/** Reminds the handling office. */
export const urgeDeed: Deed = deed({
  verb: 'urge',
  contract: urge,
  foresee: whyNotNow,
  apply: async (subject, { note }, moment) => {
    unless(await whyNotNow(subject, moment))
    const words = note?.trim() ?? ''
    return { body: { note: words }, shown: { note: maskPersonalData(words) } }
  },
})
