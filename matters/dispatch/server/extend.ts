import { maskPersonalData } from '#foundation/personal-data.ts'
import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { countOn, limitOn, listOn } from '#foundation/rules-with-citations.ts'
import { newId } from '#foundation/server/new-id.ts'
import { adjustClock } from '#matters/matter/clocks.ts'
import { type Deed, deed, type Subject } from '#matters/matter/server/deed.ts'
import type { Moment } from '#people/server/moment.ts'
import { askExtension, decideExtension } from '../contract.ts'
import {
  extendable,
  whyNotApprover,
  whyNotAskExtension,
  whyNotDecideExtension,
  whyNotReason,
} from '../rules.ts'
import { fileExtension, grantedExtensions, openExtension, settleExtension } from './store.ts'

/** What an extension is measured by: the clock it would move, the rules, and how many were granted. */
async function readAsking({ matter, clocks, county }: Subject, { sql, by, now }: Moment) {
  const day = county.dayOf(now)
  return {
    clock: extendable(clocks),
    limit: limitOn(county.rules, 'limit.extension', day),
    countMax: countOn(county.rules, 'count.extensions', day),
    granted: await grantedExtensions(sql, by.county, matter.id),
  }
}

/** The lead office asks for more time, with the reason the resident will read. */
export const askExtensionDeed: Deed = deed({
  verb: 'askExtension',
  contract: askExtension,
  whyNot: (_, { reason }) => whyNotReason(reason),
  foresee: async (subject, moment) =>
    whyNotAskExtension({ ...(await readAsking(subject, moment)), amount: 0 }, moment.now),
  apply: async (subject, { reason, amount }, moment) => {
    const { matter, post } = subject
    const { sql, by, now } = moment
    const asking = await readAsking(subject, moment)
    const { clock, limit, granted } = asking
    unless(whyNotAskExtension({ ...asking, amount }, now))
    if (clock) {
      fileExtension(sql, by.county, {
        id: newId(now),
        matter: matter.id,
        clock: clock.name,
        reason: reason.trim(),
        unit: limit.unit,
        amount,
        office: matter.leadOffice ?? post?.office ?? '',
        askedBy: by.person,
        at: now,
        dueBefore: clock.dueAt,
      })
    }
    return { body: { reason: reason.trim(), amount, unit: limit.unit, nth: granted + 1 } }
  },
})

/** Grants it, whole or in part, or refuses it; the resident reads the reason and the new limit in the same moment. */
export const decideExtensionDeed: Deed = deed({
  verb: 'decideExtension',
  contract: decideExtension,
  foresee: async ({ matter, county }, { sql, by, now }) => {
    const before = await grantedExtensions(sql, by.county, matter.id)
    const approvers = listOn(county.rules, 'list.extensionApprovers', county.dayOf(now))
    return whyNotApprover({ nth: before + 1, approvers }, by)
  },
  apply: async ({ matter, clocks, county }, input, { sql, by, now }) => {
    const [open, before] = await Promise.all([
      openExtension(sql, by.county, matter.id),
      grantedExtensions(sql, by.county, matter.id),
    ])
    const clock = clocks.find(({ name, stoppedAt }) => name === open?.clock && !stoppedAt)
    if (!open || !clock) throw new Refused(refuse('dispatch.extensionMissing'))
    const granted = input.decision === 'granted'
    const asked = { unit: open.unit, amount: Number(open.amount) }
    const amount = input.amount ?? asked.amount
    const approvers = listOn(county.rules, 'list.extensionApprovers', county.dayOf(now))
    const { reason: said } = input
    unless(
      whyNotDecideExtension(
        { granted, amount, asked, nth: before + 1, approvers, reason: said },
        by,
      ),
    )
    const extend = { unit: open.unit, amount }
    const due = granted ? adjustClock(clock, { extend }, county.calendar).dueAt : null
    const decided = {
      decision: input.decision,
      reason: said?.trim() ?? null,
      amount: granted ? amount : null,
      due,
    }
    settleExtension(sql, by.county, { id: open.id, ...decided, by: by.person, at: now })
    return {
      branch: input.decision,
      body: {
        ...extend,
        decision: input.decision,
        nth: before + 1,
        reason: said?.trim() ?? '',
        due: due?.toISOString() ?? null,
      },
      shown: due
        ? {
            ...extend,
            clock: clock.name,
            reason: maskPersonalData(open.reason),
            before: clock.dueAt.toISOString(),
            due: due.toISOString(),
          }
        : { due: clock.dueAt.toISOString() },
      ...(granted ? { adjust: [{ clock: clock.name, extend }] } : {}),
    }
  },
})
