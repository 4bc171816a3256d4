import type { Words } from '#foundation/languages.ts'
import { en as desk } from './desk/en.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  desk,
  grade: {
    verySatisfied: 'Very satisfied',
    satisfied: 'Satisfied',
    basicallySatisfied: 'Fairly satisfied',
    dissatisfied: 'Dissatisfied',
    veryDissatisfied: 'Very dissatisfied',
  },
  solved: { yes: 'Solved', no: 'Not solved', unsaid: 'No answer' },
  checkResult: { passed: 'Passed', failed: 'Not passed', unclear: 'Cannot tell' },
  reached: { yes: 'Reached', no: 'Not reached' },
  source: { resident: 'Rated by the resident', callBack: 'Said on the phone' },
  advice: {
    close: 'Can be closed',
    rework: 'Rework suggested: the resident says it is not solved, or is dissatisfied',
    callAgain: 'Nobody was reached; try again at another time',
    closeUnreached:
      'Tried as often as the rule asks; it can be closed. No answer is neither satisfied nor dissatisfied',
  },
  round: 'Round {round}',
  outsideHours: 'outside the hours for call-backs',
  indicator: { response: 'Response', solution: 'Solution', satisfaction: 'Satisfaction' },
  definition: {
    response: 'residents really contacted in time ÷ requests due',
    solution: 'answers “solved” ÷ answers to that question',
    satisfaction: 'answers fairly satisfied or better ÷ answers to that question',
    note: 'There is no national way of counting these rates and no national weights; this is how the platform counts, by the county’s rules.',
  },
  rate: {
    due: 'Due',
    numerator: 'Counted as good',
    denominator: 'Counted in all',
    noAnswer: 'Not reached or not answered',
    open: 'Not asked yet',
    excluded: 'Left out',
    closedAgainst: 'Closed although the resident says it is not solved',
    withoutClock: 'Imported history without a limit, left out',
    tooFew: 'Fewer than {count} answers; not shown',
    noOffice: 'Not given to an office yet',
    none: 'Nothing to count',
  },
  out: {
    withdrawn: 'withdrawn by the reporter',
    suspended: 'on hold',
    replyNotWanted: 'the reporter wanted no reply',
    noClock: 'no limit on record',
  },
  exclusionReason: {
    duplicate: 'the same person reported the same matter again',
    wrongEntry: 'wrongly recorded or dispatched',
    legalBar: 'barred by law or policy, as explained to the reporter',
    forceMajeure: 'force majeure',
    otherProcedure: 'before a court, an arbitrator or another legal procedure',
    test: 'a test',
  },
  closeGround: {
    legalBar: 'Law or policy does not allow it; the basis was explained',
    noCondition: 'It cannot be done now; reason, measures and time were explained',
    otherChannel: 'It belongs to another legal way, which was told',
    doneByRule: 'All that the rules provide was done; the request goes beyond them',
  },
  refusals: {
    noteMissing: 'If it is not passed or cannot be told, write what is lacking.',
    replyNotWanted: 'The reporter wanted no reply; do not disturb them.',
    calledAlready: 'The resident was called back in this round; do not disturb them again.',
    triesUsedUp: '{count} tries were made in this round; no more calls.',
    answerWithoutContact:
      'Without contact there is no answer: say that they were reached, or take the answer out.',
    ratingEmpty: 'Say whether it is solved, or how satisfied you are.',
    ratingOver: 'Rating ended on {day}.',
    ratedAlready: 'You have rated it; it could be corrected for {hours} hours, which are over.',
    residentNotHeard: 'The reporter has not been heard; call back first, {count} tries are left.',
    notSolved:
      'The reporter says it is not solved. Send it back; if it can only be closed so, choose a ground and explain. Such closings are counted in public.',
    groundUnknown: 'Please choose one of the grounds of the rule.',
    groundNotNeeded: 'The reporter did not say that it is unsolved; this ground is not needed.',
    wordsMissing: 'Please explain, in at least two letters.',
    reasonMissing: 'Please give the reason, in at least two letters.',
    reopenOver: 'Reopening ended on {day}; please report it anew.',
    newFactsMissing: 'It was reopened {count} times; to open it again, write what is new.',
    archiveTooEarly: 'It can be archived after {day}; until then the resident can reopen it.',
    neverCounted:
      'It was never given to an office and is not counted anyway; there is nothing to leave out.',
    reasonUnknown: 'Please choose one of the reasons of the rule.',
    excludedAlready: 'It is left out of this rate already.',
    officeUnknown: 'There is no such office; please choose another.',
    officeNotYours:
      'You can see the list of your own office only; the numbers of the county are public.',
    periodBackwards: 'The last day is before the first.',
    periodTooLong: 'At most {days} days at a time.',
  },
} as const satisfies Words<typeof zh>
