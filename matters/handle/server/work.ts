import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { attachFiles } from '#matters/matter/server/files.ts'
import { assist, contact, note, sign } from '../contract.ts'
import { whyNotNote, whyNotReply } from '../rules.ts'
import { doneBy, type Handling } from './handling.ts'
import { writeAnswer, writeContact } from './store.ts'

/** The lead office takes it. */
export const signDeed: Deed = deed({
  verb: 'sign',
  contract: sign,
  apply: async (_, input) => ({ body: { note: input.note?.trim() ?? '' } }),
})

/** A try to reach the resident; only a reached one stops the clock (branches of the procedure). */
export const contactDeed: Deed = deed({
  verb: 'contact',
  contract: contact,
  apply: async (subject, { how, reached, note: words = '' }, moment) => {
    const tried = { how, reached, note: words.trim() }
    writeContact(moment.sql, moment.by.county, doneBy(subject, moment), tried)
    return { branch: reached ? 'reached' : 'notReached', body: tried, shown: { how, reached } }
  },
})

/** What was done, for the offices only. */
export const noteDeed = ({ files }: Handling): Deed =>
  deed({
    verb: 'note',
    contract: note,
    whyNot: (_, { words }) => whyNotNote(words),
    apply: async ({ matter }, input, moment) => {
      const to = {
        matter: matter.id,
        seq: matter.version + 1,
        stage: 'evidence',
        audience: 'inside',
      } as const
      await attachFiles(files, moment, to, input.files)
      return { body: { words: input.words.trim(), files: input.files?.length ?? 0 } }
    },
  })

/** An assisting office answers the lead office, which alone answers the resident (trap 14). */
export const assistDeed = ({ files }: Handling): Deed =>
  deed({
    verb: 'assist',
    contract: assist,
    whyNot: (_, { answer }) => whyNotReply(answer, 'answer'),
    apply: async (subject, input, moment) => {
      const done = doneBy(subject, moment)
      const to = {
        matter: done.matter,
        seq: done.seq,
        stage: 'evidence',
        audience: 'inside',
      } as const
      await attachFiles(files, moment, to, input.files)
      const answer = input.answer.trim()
      writeAnswer(moment.sql, moment.by.county, done, answer)
      return { body: { answer, office: done.office, files: input.files?.length ?? 0 } }
    },
  })
