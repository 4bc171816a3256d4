import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

/** Names of the starter rules. */
export const en = {
  limit: {
    acceptance: 'Time to accept',
    dispatching: 'Time to dispatch',
    signing: 'Time to sign for',
    firstContact: 'Time to first contact',
    completion: {
      urgent: 'Time to complete: urgent',
      lifeline: 'Time to complete: water, power, gas, heat',
      general: 'Time to complete: general',
      complex: 'Time to complete: complex',
    },
    checking: 'Time to check',
    rework: 'Time to rework',
    callBack: 'Time to call back',
    objectionDecision: 'Time to decide an objection',
    extension: 'Longest single extension',
  },
  window: {
    objection: 'Period for objecting to a dispatch',
    suspension: 'Longest suspension in days',
    reopen: 'Period for reopening',
    rating: 'Period for rating',
    ratingEdit: 'Time to correct a rating',
    archive: 'Period before archiving',
    receiptEdit: 'Time to correct a report',
    urgeAgain: 'Interval between urgings',
    calls: 'Hours for call-backs',
    signInLock: 'Lock after failed sign-ins',
    idle: 'Sign-out when idle',
    identityKept: 'How long contact data is kept',
    logsKept: 'How long logs are kept',
  },
  count: {
    extensions: 'Most extensions',
    callBackTries: 'Call-back tries',
    reopenings: 'Reopenings without new facts',
    ratingsForDisplay: 'Ratings needed before a rate is shown',
    signInFailures: 'Failed sign-ins before lock',
    uploadFiles: 'Most attachments',
    uploadBytes: 'Largest attachment',
  },
  list: {
    extensionApprovers: 'Posts that approve extensions',
    suspensionApprovers: 'Posts that approve suspensions',
    satisfiedGrades: 'Grades that count as satisfied',
    closeAgainstGrounds: 'Grounds for closing over “not solved”',
    exclusionReasons: 'Reasons for leaving out of the rates',
    uploadKinds: 'Kinds of file accepted',
  },
  analysis: { certaintyMin: 'Certainty needed to preselect a category' },
  delegation: { daysMax: 'Longest delegation in days' },
  office: { hours: 'Office hours' },
  sources: {
    law: 'Law',
    standard: 'Standard',
    secondary: 'Second-hand, to be checked',
    county: 'Set by the county',
  },
} satisfies Words<typeof zh>
