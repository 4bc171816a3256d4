import { maskPersonalData } from '#foundation/personal-data.ts'
import { unless } from '#foundation/refusal.ts'
import { hoursOn } from '#foundation/rules-with-citations.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { urge } from '../contract.ts'
import { whyNotUrge } from '../rules.ts'
import { lastUrged } from './store.ts'

/** Reminds the handling office. */
export const urgeDeed: Deed = deed({
  verb: 'urge',
  contract: urge,
  apply: async ({ matter, clocks, county }, { note }, { sql, by, now }) => {
    const reports = by.kind === 'resident' || by.kind === 'receipt'
    const last = reports ? await lastUrged(sql, by.county, matter.id) : null
    const hoursBetween = hoursOn(county.rules, 'window.urgeAgain', county.dayOf(now))
    unless(whyNotUrge({ clocks, lastUrged: last, hoursBetween }, by, now))
    const words = note?.trim() ?? ''
    return { body: { note: words }, shown: { note: maskPersonalData(words) } }
  },
})
