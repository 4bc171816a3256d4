import { Refused, refuse, unless } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { consultedOffice } from '#matters/matter/rules.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { getOffice } from '#people/server/found.ts'
import { concludeConsultation, consult, opine } from '../contract.ts'
import {
  whyNotInvited,
  whyNotOffices,
  whyNotReason,
  whyNotWriteFor,
  withOwnOpinion,
} from '../rules.ts'
import { askOffices, closeConsultation, openConsultation, writeOpinions } from './store.ts'

/** Calls a consultation before a hard case is dispatched (Beijing 接诉即办 law art. 12). */
export const consultDeed: Deed = deed({
  verb: 'consult',
  contract: consult,
  whyNot: (_, { question }) => whyNotReason(question, 'question'),
  apply: async ({ matter, county }, input, moment) => {
    const { sql, by, now } = moment
    const offices = await Promise.all(input.offices.map((id) => getOffice(moment, id, 'offices')))
    unless(whyNotOffices('offices', offices, matter, county.dayOf(now)))
    const question = input.question.trim()
    askOffices(sql, by.county, {
      id: newId(now),
      matter: matter.id,
      question,
      offices: input.offices,
      askedBy: by.person,
      at: now,
    })
    return { change: { consulted: input.offices }, body: { question, offices: input.offices } }
  },
})

/**
 * A consulted office says it itself. The matter is locked, so two offices at once lose nothing of each other; what an
 * office said before stays in the record.
 */
export const opineDeed: Deed = deed({
  verb: 'opine',
  contract: opine,
  whyNot: (_, { opinion }) => whyNotReason(opinion, 'opinion'),
  apply: async ({ matter, post }, input, { sql, by }) => {
    const open = await openConsultation(sql, by.county, matter.id)
    const office = post && consultedOffice(post, matter)
    if (!open || office === null) throw new Refused(refuse('dispatch.noConsultation'))
    const opinion = input.opinion.trim()
    const opinions = withOwnOpinion(open.opinions, office, opinion)
    writeOpinions(sql, by.county, { id: open.id, opinions })
    return { body: { office, opinion } }
  },
})

/** Ends it with what the offices said and what was agreed. */
export const concludeConsultationDeed: Deed = deed({
  verb: 'concludeConsultation',
  contract: concludeConsultation,
  whyNot: (_, { conclusion }) => whyNotReason(conclusion, 'conclusion'),
  apply: async ({ matter }, input, { sql, by, now }) => {
    const open = await openConsultation(sql, by.county, matter.id)
    const opinions = input.opinions ?? []
    if (open) {
      unless(
        whyNotInvited(
          opinions.map(({ office }) => office),
          open.offices,
        ) ?? whyNotWriteFor(opinions, open.opinions),
      )
      closeConsultation(sql, by.county, {
        id: open.id,
        conclusion: input.conclusion.trim(),
        opinions: [...open.opinions, ...opinions],
        by: by.person,
        at: now,
      })
    }
    return { body: { conclusion: input.conclusion.trim(), opinions } }
  },
})
