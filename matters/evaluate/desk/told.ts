import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { Tellers } from '#matters/matter/desk/pane/telling.ts'
import { useEvaluateWords } from './evaluate-words.ts'

/** What the acts of evaluation left in the record, in words. */
export function useEvaluateTellers(): Tellers {
  const all = useEvaluateWords()
  const { state } = useMatterWords()
  const { told } = all.desk
  const { solved, grade, reached } = all
  return {
    check: (read) => [
      read.word('result', told.result, all.checkResult),
      read.quote('note', told.note),
      read.files('files', told.files),
    ],
    callBack: (read) => [
      read.yes('reached', told.reached, reached.yes, reached.no),
      read.yes('solved', told.solved, solved.yes, solved.no),
      read.word('grade', told.grade, grade),
      read.yes('outsideHours', told.outside, told.outsideHours, ''),
      read.quote('words', told.words),
    ],
    rate: (read) => [
      read.yes('solved', told.solved, solved.yes, solved.no),
      read.word('grade', told.grade, grade),
      read.yes('corrects', told.verdict, told.corrects, ''),
      read.quote('words', told.words),
    ],
    rework: (read) => [read.quote('reason', told.reason)],
    close: (read) => [
      read.word('heard', told.heard, all.source),
      read.word('against', told.against, all.closeGround),
      read.quote('words', told.note),
    ],
    reopen: (read) => [
      read.yes('byReporter', told.byReporter, told.reporter, told.officer),
      read.quote('reason', told.reason),
      read.quote('newFacts', told.newFacts),
    ],
    archive: (read) => [read.word('ended', told.ended, state)],
    exclude: (read) => [
      read.words('indicators', told.indicators, all.indicator),
      read.word('reason', told.reason, all.exclusionReason),
      read.office('askedBy', told.askedBy),
      read.quote('words', told.note),
    ],
  }
}
