import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  sign: {
    lead: 'From now on this office handles it and answers to the reporter.',
    note: 'Note',
    send: 'Sign for it',
  },
  contact: {
    lead: 'Record a try to reach the reporter. Only reaching them stops the time to first contact.',
    how: 'How',
    reached: 'Were they reached',
    note: 'What was said',
    send: 'Record the contact',
  },
  note: {
    lead: 'What was done, for the offices to know.',
    words: 'What was done',
    send: 'Record it',
  },
  assist: {
    lead: 'You answer the lead office; it alone answers the reporter.',
    answer: 'Your answer',
    send: 'Answer the lead office',
  },
  feedBack: {
    lead: 'Somebody else checks it next; the reporter reads the reply.',
    outcome: 'How it turned out',
    reply: 'Reply to the reporter',
    basis: 'Law or policy it rests on',
    nextStep: 'What happens next',
    promisedDay: 'When there will be a result',
    cannotHint: 'What cannot be solved now needs its next step and a date.',
    waiting: '{offices} has not answered yet. You may report all the same.',
    send: 'Report the result',
  },
  solveOnSpot: {
    lead: 'Solved at once; somebody else checks it next.',
    done: 'What was done',
    send: 'Solved on the spot',
  },
  told: {
    note: 'Note',
    how: 'How',
    reached: 'Result',
    words: 'What was done',
    answer: 'Answer',
    outcome: 'Outcome',
    reply: 'Reply',
    basis: 'Basis',
    nextStep: 'Next',
    promisedDay: 'Promised day',
    unanswered: 'Assisting offices without answer',
    files: 'Files',
  },
} as const satisfies Words<typeof zh>
