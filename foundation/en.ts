import type { Words } from './languages.ts'
import type { zh } from './zh-CN.ts'

/** What the foundation says: units and phrases of time, refusals. */
export const en = {
  units: {
    urgentHour: 'urgent hours',
    workingHour: 'working hours',
    workingDay: 'working days',
    naturalDay: 'calendar days',
  },
  unitNotes: {
    urgentHour: 'A continuous clock: nights and holidays count',
    workingHour: 'Only office hours of working days count',
    workingDay:
      'The day of receipt is not counted, make-up workdays are; ends when offices close on the last day',
    naturalDay:
      'The day of receipt is not counted; a last day off moves to the next working day; ends at 24:00',
  },
  amounts: {
    urgentHour: { one: '{n}\u00a0hour', other: '{n}\u00a0hours' },
    workingHour: { one: '{n}\u00a0working hour', other: '{n}\u00a0working hours' },
    workingDay: { one: '{n}\u00a0working day', other: '{n}\u00a0working days' },
    naturalDay: { one: '{n}\u00a0day', other: '{n}\u00a0days' },
    minute: { one: '{n}\u00a0minute', other: '{n}\u00a0minutes' },
    workingMinute: { one: '{n}\u00a0minute', other: '{n}\u00a0minutes' },
  },
  remaining: {
    left: '{amount} left',
    over: '{amount} over',
    leftLittle: 'Less than a minute left',
    overLittle: 'Just over',
    overOutOfHours: 'Over, offices still closed',
  },
  moments: {
    sameYear: '{day}\u00a0{month}, {clock}',
    otherYear: '{day}\u00a0{month}\u00a0{year}, {clock}',
  },
  yearUnknown: 'The holidays of {year} have not been entered yet; plain weekends are assumed.',
  refusals: {
    invalidInput: 'What was sent cannot be read. Please check it and try again.',
    fieldMissing: 'Please fill in “{field}”.',
    fieldTooLong: '“{field}” is too long; the limit is {limit}.',
    fieldWrongType: '“{field}” is not filled in correctly.',
    fieldCharacters: '“{field}” holds characters that cannot be kept. Please remove them.',
    fieldUnknown: '“{field}” is not expected here.',
    dateUnknown: '“{value}” is no valid date. Please write it like 2026-01-31.',
    dateOutOfRange: 'Dates lie between 1900 and 2200.',
    jsonBroken: 'The data sent is incomplete or malformed.',
    bodyTooLarge: 'What was sent is too large. Please shorten it and try again.',
    wrongMethod: 'This address takes {allowed} only.',
    notFound: 'There is no such page or content.',
    notSignedIn: 'Please sign in first.',
    sameOriginOnly:
      'The request did not come from a page of this site and was refused. Please open the page here and try again.',
    tooManyRequests: 'Too many requests. Please try again later.',
    storeUnavailable:
      'Data cannot be read or written at the moment. Please try again later. What was submitted before is not lost.',
    diskFull:
      'The server’s storage is full and nothing was saved. Please try again later and tell the system administrator.',
    unexpected:
      'Something went wrong and has been logged. Please try again later, or contact the administrator.',
    countyUnknown: 'This platform does not serve that county.',
    ruleMissing:
      'The county has no rule “{rule}” on {day}, so this cannot be done yet. Please contact the system administrator.',
    ruleBelowLaw:
      'The law asks for at least {days} days ({citation}): it can be longer, never shorter.',
    ruleInPast: 'A rule can begin today ({day}) or later, never in the past.',
    ruleSameDay: 'Rule “{rule}” already has a version from {day}. Please choose another day.',
    ruleOfOtherKind: 'The kind of value of rule “{rule}” cannot change.',
    officeHoursWrong:
      'Spans run from early to late, do not overlap, and lie between 0:00 and 24:00.',
  },
} satisfies Words<typeof zh>
