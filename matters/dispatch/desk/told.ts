import type { Tellers } from '#matters/matter/desk/pane/telling.ts'
import { useDispatchWords } from './dispatch-words.ts'

/** What the acts of dispatching left in the record, in words. */
export function useDispatchTellers(): Tellers {
  const { desk, objectionDecision, extensionDecision, suspensionKind } = useDispatchWords()
  const { told } = desk
  return {
    consult: (read) => [
      read.quote('question', told.question),
      read.offices('offices', told.offices),
    ],
    opine: (read) => [read.quote('opinion', told.said)],
    concludeConsultation: (read) => [
      ...read.each('opinions', (opinion) => [
        opinion.office('office', told.office),
        opinion.quote('opinion', told.said),
      ]),
      read.quote('conclusion', told.conclusion),
    ],
    dispatch: (read) => [
      read.offices('assisting', told.assisting),
      read.text('item', told.item),
      read.text('basis', told.basis),
      read.words('passedOver', told.passedOver, {}),
      read.quote('opinion', told.opinion),
    ],
    object: (read) => [read.quote('reason', told.reason), read.office('wanted', told.wanted)],
    decideObjection: (read) => [
      read.word('decision', told.decision, objectionDecision),
      read.quote('reason', told.reason),
    ],
    askExtension: (read) => [
      read.amount('amount', 'unit', told.amount),
      read.count('nth', told.nth),
      read.quote('reason', told.reason),
    ],
    decideExtension: (read) => [
      read.word('decision', told.extension, extensionDecision),
      read.amount('amount', 'unit', told.amount),
      read.moment('due', told.due),
      read.quote('reason', told.reason),
    ],
    suspend: (read) => [
      read.word('kind', told.kind, suspensionKind),
      read.day('wakeOn', told.wakeOn),
      read.quote('reason', told.reason),
    ],
    wake: (read) => [
      read.yes('onItsDay', told.wokenBy, told.onItsDay, told.early),
      read.quote('reason', told.reason),
    ],
    urge: (read) => [read.quote('note', told.note)],
  }
}
