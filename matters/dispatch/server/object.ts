import { type Refusal, Refused, refuse, unless } from '#foundation/refusal.ts'
import { limitOn } from '#foundation/rules-with-citations.ts'
import { newId } from '#foundation/server/new-id.ts'
import { type Deed, deed, type Subject } from '#matters/matter/server/deed.ts'
import { getOffice } from '#people/server/found.ts'
import type { Moment } from '#people/server/moment.ts'
import { decideObjection, object } from '../contract.ts'
import { whyNotObject, whyNotReason } from '../rules.ts'
import {
  endRound,
  fileObjection,
  lastRound,
  openObjection,
  type Round,
  settleObjection,
} from './store.ts'

const readRound = ({ matter }: Subject, { sql, by }: Moment) => lastRound(sql, by.county, matter.id)

function whyNotRound(round: Round | null, { county }: Subject, { now }: Moment): Refusal | null {
  if (!round) return refuse('dispatch.notInRound')
  const window = limitOn(county.rules, 'window.objection', county.dayOf(now))
  return whyNotObject(round.dispatchedAt, window, county.calendar, now)
}

/** The lead office contests the dispatch within the window; the resident's clock runs on. */
export const objectDeed: Deed = deed({
  verb: 'object',
  contract: object,
  whyNot: (_, { reason }) => whyNotReason(reason),
  foresee: async (subject, moment) =>
    whyNotRound(await readRound(subject, moment), subject, moment),
  apply: async (subject, input, moment) => {
    const { matter } = subject
    const { sql, by, now } = moment
    const round = await readRound(subject, moment)
    unless(whyNotRound(round, subject, moment))
    if (!round) throw new Refused(refuse('dispatch.notInRound'))
    // Nothing is said about a wanted office that is shut out: the objecting office may not learn of it.
    const wanted =
      input.wanted === undefined ? null : await getOffice(moment, input.wanted, 'wanted')
    const reason = input.reason.trim()
    fileObjection(sql, by.county, {
      id: newId(now),
      matter: matter.id,
      round: round.round,
      office: round.office,
      reason,
      wanted: wanted?.id ?? null,
      askedBy: by.person,
      at: now,
    })
    return { body: { round: round.round, reason, wanted: wanted?.id ?? null } }
  },
})

/** Decides it for good: back to the dispatcher at once, or it stays where it is (trap 13). */
export const decideObjectionDeed: Deed = deed({
  verb: 'decideObjection',
  contract: decideObjection,
  whyNot: (_, { reason }) => whyNotReason(reason),
  apply: async ({ matter }, { decision, reason }, { sql, by, now }) => {
    const open = await openObjection(sql, by.county, matter.id)
    if (open) {
      settleObjection(sql, by.county, {
        id: open.id,
        decision,
        reason: reason.trim(),
        by: by.person,
        at: now,
      })
      if (decision === 'upheld') endRound(sql, by.county, matter.id, open.round, now)
    }
    return {
      branch: decision,
      body: { decision, reason: reason.trim(), round: open?.round ?? null },
      ...(decision === 'upheld' ? { change: { leadOffice: null, offices: [] } } : {}),
    }
  },
})
