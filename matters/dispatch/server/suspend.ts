import { maskPersonalData } from '#foundation/personal-data.ts'
import { daysOn, listOn } from '#foundation/rules-with-citations.ts'
import { newId } from '#foundation/server/new-id.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { suspend, wake } from '../contract.ts'
import { whyNotApproveHold, whyNotReason, whyNotSuspend } from '../rules.ts'
import { beginSuspension, closeSuspension } from './store.ts'

/** Puts a matter on hold with reason, approver and the day it wakes (trap 12). */
export const suspendDeed: Deed = deed({
  verb: 'suspend',
  contract: suspend,
  whyNot: ({ county, post }, { reason, wakeOn }, { now }) => {
    const today = county.dayOf(now)
    const daysMax = daysOn(county.rules, 'window.suspension', today)
    const approvers = listOn(county.rules, 'list.suspensionApprovers', today)
    return (
      whyNotReason(reason) ?? whyNotSuspend({ wakeOn, daysMax, approvers, as: post?.kind }, today)
    )
  },
  foresee: async ({ county, post }, { now }) => {
    const approvers = listOn(county.rules, 'list.suspensionApprovers', county.dayOf(now))
    return whyNotApproveHold({ approvers, as: post?.kind })
  },
  apply: async ({ matter }, { kind, reason: words, wakeOn }, { sql, by, now }) => {
    const reason = words.trim()
    const held = { kind, reason, wakeOn }
    beginSuspension(sql, by.county, {
      ...held,
      id: newId(now),
      matter: matter.id,
      approver: by.person,
      at: now,
    })
    return { body: held, shown: { ...held, reason: maskPersonalData(reason) } }
  },
})

/** Lets it run on with what was left: by a leader before its day, by the house on it. */
export const wakeDeed: Deed = deed({
  verb: 'wake',
  contract: wake,
  apply: async ({ matter }, { reason }, { sql, by, now }) => {
    closeSuspension(sql, by.county, matter.id, now, by.person)
    return { body: { reason: reason?.trim() ?? '', onItsDay: by.kind === 'system' } }
  },
})
