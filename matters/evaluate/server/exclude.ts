import { Refused, refuse } from '#foundation/refusal.ts'
import { listOn } from '#foundation/rules-with-citations.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { exclude } from '../contract.ts'
import type { Indicator } from '../model.ts'
import { whyNotExclude } from '../rules.ts'
import type { Evaluation } from './evaluation.ts'
import { addExclusion } from './store.ts'
import { exclusionsOf } from './store-views.ts'

function onceOnly(asked: readonly Indicator[], there: readonly { indicator: Indicator }[]): void {
  const again = asked.find((indicator) => there.some((one) => one.indicator === indicator))
  if (again === undefined) return
  const values = { indicator: again }
  throw new Refused(refuse('evaluate.excludedAlready', 'conflict', { field: 'indicators', values }))
}

/** The leader who does it is its approver; the procedure lets in only one whose office did not handle the matter. */
export const excludeDeed = ({ names }: Pick<Evaluation, 'names'>): Deed =>
  deed({
    verb: 'exclude',
    contract: exclude,
    whyNot: ({ matter, county }, input, { by, now }) => {
      const { askedBy } = input
      if (askedBy && names.officeName(matter.county, askedBy, by.language) === null)
        return refuse('evaluate.officeUnknown', 'invalid', { field: 'askedBy' })
      const reasons = listOn(county.rules, 'list.exclusionReasons', county.dayOf(now))
      return whyNotExclude(matter, input, reasons)
    },
    apply: async ({ matter, post }, { indicators, reason, words, askedBy }, { sql, by, now }) => {
      onceOnly(indicators, await exclusionsOf(sql, matter.county, matter.id))
      addExclusion(sql, matter.county, matter.id, {
        indicators,
        reason,
        words: words.trim(),
        askedBy: askedBy ?? null,
        approver: by.person,
        approverOffice: post?.office ?? null,
        at: now,
      })
      return { body: { indicators, reason, words: words.trim(), askedBy: askedBy ?? null } }
    },
  })
