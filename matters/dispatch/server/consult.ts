import { unless } from '#foundation/refusal.ts'
import { newId } from '#foundation/server/new-id.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { getOffice } from '#people/server/found.ts'
import { concludeConsultation, consult } from '../contract.ts'
import { whyNotInvited, whyNotOffices, whyNotReason } from '../rules.ts'
import { askOffices, closeConsultation, openConsultation } from './store.ts'

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
    return { body: { question, offices: input.offices } }
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
        ),
      )
      closeConsultation(sql, by.county, {
        id: open.id,
        conclusion: input.conclusion.trim(),
        opinions,
        by: by.person,
        at: now,
      })
    }
    return { body: { conclusion: input.conclusion.trim(), opinions } }
  },
})
