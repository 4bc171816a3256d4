import { maskPersonalData } from '#foundation/personal-data.ts'
import { type Deed, deed, type Subject } from '#matters/matter/server/deed.ts'
import { attachFiles } from '#matters/matter/server/files.ts'
import type { Moment } from '#people/server/moment.ts'
import { feedBack } from '../contract.ts'
import { dispatchedAt, unansweredOf, whyNotFeedBack } from '../rules.ts'
import { doneBy, type Handling } from './handling.ts'
import { answeredSince, writeFeedback } from './store.ts'

async function readUnanswered({ matter, clocks }: Subject, { sql, by }: Moment): Promise<string[]> {
  const since = dispatchedAt(clocks)
  if (matter.offices.length < 2 || !since) return []
  return unansweredOf(matter, await answeredSince(sql, by.county, matter.id, since))
}

/** The lead office reports the result. It never closes: checking and closing are others' (trap 11). */
export const feedBackDeed = ({ files }: Handling): Deed =>
  deed({
    verb: 'feedBack',
    contract: feedBack,
    whyNot: ({ county }, input, { now }) => whyNotFeedBack(input, county.dayOf(now)),
    apply: async (subject, input, moment) => {
      const done = doneBy(subject, moment)
      const told = {
        outcome: input.outcome,
        reply: input.reply.trim(),
        basis: input.basis?.trim() ?? '',
        nextStep: input.nextStep?.trim() ?? '',
        promisedDay: input.promisedDay ?? null,
      }
      const unanswered = await readUnanswered(subject, moment)
      const to = {
        matter: done.matter,
        seq: done.seq,
        stage: 'after',
        audience: 'resident',
      } as const
      await attachFiles(files, moment, to, input.files)
      writeFeedback(moment.sql, moment.by.county, done, { ...told, onSpot: false })
      return {
        body: { ...told, files: input.files?.length ?? 0, unanswered },
        shown: {
          ...told,
          reply: maskPersonalData(told.reply),
          basis: maskPersonalData(told.basis),
          nextStep: maskPersonalData(told.nextStep),
          files: input.files?.length ?? 0,
        },
        answer: { unanswered },
      }
    },
  })
