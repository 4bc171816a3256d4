import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

/** Spikes and acting before complaint: every word on screen. */
export const en = {
  field: { words: 'What is to be done', reason: 'Reason', on: 'Up to', proposal: 'Proposal' },
  spikes: {
    title: 'Spikes',
    about:
      'Where which kind of request came clearly more often than in the same season of former years. A hint only; you decide.',
    on: 'Up to which day',
    onHint: 'The seven days that end with it.',
    span: '{from} to {to}',
    season: 'Former years compared with: {years}. Kinds and places judged: {judged}.',
    recent:
      'There is no former year yet: compared with {weeks} weeks before, so that a usual season shows too.',
    nothing:
      'There is too little history to judge. Import matters of former years, or wait until there are more than eight weeks.',
    rule: 'Fewer than {least} are not listed. By the rule, a quiet kind and place is called a spike by mistake in about {perThousand} of a thousand weeks.',
    none: 'No spikes: every kind in every place is within the range of the season.',
    wholeCounty: 'Whole county',
    counted: '{count}',
    expected: 'usual for the season: about {mean}, seldom more than {high}',
    list: 'See these {count}',
    listOf: '“{name}”: see these {count}',
    chart:
      'Requests a week in the last thirteen weeks: {counts}. Last seven days: {count}; seldom more than {high}.',
    table: 'See the numbers',
    week: 'Days',
    number: 'Requests',
    high: 'seldom more than {high}',
  },
  proposals: {
    title: 'Act before complaint',
    about:
      'What came back in the same month of former years is proposed ahead of time. The leader on duty decides.',
    states: { open: 'To be decided', taken: 'Taken up', declined: 'Declined' },
    state: 'Which ones',
    empty: {
      open: 'Nothing to decide. What returns in the same month is listed about {days} days ahead; two years of records are needed.',
      taken: 'No proposal has been taken up yet.',
      declined: 'No proposal has been declined.',
    },
    line: '{division} · {category}',
    season: '{from} to {to}',
    because: '{years}; mean of the other months: {usual}.',
    month: '{name} {year}',
    monthAlone: '{name}',
    year: '{month}: {count}',
    evidence: 'See the {count} of {month}',
    take: 'Take up as a finding',
    takeLead:
      'It becomes a finding and is accepted, dispatched and checked like any other. Say what is to be done.',
    takeWords:
      'In {month} of former years “{category}” came clearly more often in {division} ({years}). Please look ahead and do what can be done first.',
    taken: 'It is matter {number} now.',
    matter: 'Matter {number}',
    decline: 'Decline',
    declineLead: 'Say why. It is not proposed again for this month of this year.',
    declined: 'Noted; it is not proposed again.',
    reason: 'Reason: {reason}',
  },
  cli: {
    alarm: '{from}—{to}  {division}  {category}  {count}, expected {mean}, bound {high}',
    weeks:
      'weeks judged: {weeks}, kinds and places: {judged}; alarms: {alarms}, a week: {perWeek}.',
    nothing: 'Too little history: no week could be judged.',
    quiet:
      'False alarms: in a quiet history drawn by the seasons of this county’s own kinds and places (seed {seed}), judged {judged}, alarms {alarms}, that is {rate}% (the rule allows {allowed}%), a week: {perWeek}.',
  },
  refusals: {
    notYours:
      'Spikes are judged on the whole county’s numbers, for posts that work on the whole county.',
    notYoursToDecide: 'The leader on duty decides whether it is taken up.',
    dayAhead: 'That day is still to come.',
    proposalUnknown: 'There is no such proposal.',
    decidedAlready: 'Somebody has already decided on this proposal.',
  },
} as const satisfies Words<typeof zh>
