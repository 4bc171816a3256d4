import type { Words } from '#foundation/languages.ts'
import { en as desk } from './desk/en.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  desk,
  how: { phone: 'Phone', visit: 'Visit', message: 'Message' },
  reached: { yes: 'Reached', no: 'Not reached' },
  outcome: { solved: 'Solved', partly: 'Partly solved', cannot: 'Cannot be solved for now' },
  field: {
    how: 'How',
    reached: 'Reached',
    note: 'Note',
    words: 'What was done',
    answer: 'Answer of the assisting office',
    outcome: 'Result',
    reply: 'Answer to the resident',
    basis: 'Law or policy it rests on',
    nextStep: 'What happens next',
    promisedDay: 'Promised for',
    files: 'Photos and papers',
    done: 'What was done',
  },
  shown: {
    nextStep: 'Next: {nextStep}',
    promised: 'A result is promised by {day}',
    basis: 'Basis: {basis}',
  },
  warning: { unanswered: '{offices} has not answered yet' },
  refusals: {
    replyTooShort: 'Please write at least {count} letters.',
    noteEmpty: 'Please write what was done.',
    promiseMissing: 'What cannot be solved for now needs a day by which there will be a result.',
    promisePast: 'The promised day must lie after today.',
  },
} as const satisfies Words<typeof zh>
