import type { Tellers } from '#matters/matter/desk/pane/telling.ts'
import { useHandleWords } from './handle-words.ts'

/** What the acts of handling left in the record, in words. */
export function useHandleTellers(): Tellers {
  const { desk, how, reached, outcome } = useHandleWords()
  const { told } = desk
  return {
    sign: (read) => [read.text('note', told.note)],
    contact: (read) => [
      read.word('how', told.how, how),
      read.yes('reached', told.reached, reached.yes, reached.no),
      read.quote('note', told.note),
    ],
    note: (read) => [read.quote('words', told.words), read.files('files', told.files)],
    assist: (read) => [read.quote('answer', told.answer), read.files('files', told.files)],
    feedBack: (read) => [
      read.word('outcome', told.outcome, outcome),
      read.quote('reply', told.reply),
      read.text('basis', told.basis),
      read.text('nextStep', told.nextStep),
      read.day('promisedDay', told.promisedDay),
      read.offices('unanswered', told.unanswered),
      read.files('files', told.files),
    ],
    solveOnSpot: (read) => [read.quote('reply', told.reply), read.files('files', told.files)],
  }
}
