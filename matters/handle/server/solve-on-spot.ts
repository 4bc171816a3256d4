import { maskPersonalData } from '#foundation/personal-data.ts'
import { type Deed, deed } from '#matters/matter/server/deed.ts'
import { attachFiles } from '#matters/matter/server/files.ts'
import { solveOnSpot } from '../contract.ts'
import { whyNotReply } from '../rules.ts'
import { doneBy, type Handling } from './handling.ts'
import { writeFeedback } from './store.ts'

/**
 * Who found it did it at once; their office answers for it, and somebody else checks it. Photos as the finder chooses
 * (国办函〔2026〕12号).
 */
export const solveOnSpotDeed = ({ files }: Handling): Deed =>
  deed({
    verb: 'solveOnSpot',
    contract: solveOnSpot,
    whyNot: (_, input) => whyNotReply(input.done, 'done'),
    apply: async (subject, input, moment) => {
      const done = doneBy(subject, moment)
      const to = {
        matter: done.matter,
        seq: done.seq,
        stage: 'after',
        audience: 'resident',
      } as const
      await attachFiles(files, moment, to, input.files)
      const told = { outcome: 'solved', reply: input.done.trim() } as const
      writeFeedback(moment.sql, moment.by.county, done, {
        ...told,
        basis: '',
        nextStep: '',
        promisedDay: null,
        onSpot: true,
      })
      const count = input.files?.length ?? 0
      return {
        change: { leadOffice: done.office, offices: [done.office] },
        body: { ...told, files: count },
        shown: { ...told, reply: maskPersonalData(told.reply), files: count },
      }
    },
  })
