import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

/** Hot issues: every word on screen. */
export const en = {
  field: {
    issue: 'issue',
    other: 'other issue',
    matters: 'matters',
    title: 'name',
    office: 'lead office',
    month: 'month',
  },
  desk: {
    title: 'Hot issues',
    about:
      'One problem that many residents bring. Heat counts different residents: whoever writes often counts once. The system groups, you decide.',
    empty:
      'No hot issues yet. What three residents or more bring is listed here, about a minute after it came.',
    name: 'Issue',
    place: 'Place',
    residents: 'Residents',
    residentsOf: '{count} residents',
    trend: 'Last 13 weeks',
    trendOf: 'Matters in each of the last thirteen weeks: {counts}',
    theme: 'Theme of the month',
    themeOf: '{month} · {office}',
    noPlace: 'not told',
    span: '{from} to {to}',
    period: 'Period',
    counted: '{residents} residents, {matters} matters',
    lead: 'Lead office',
    none: 'none',
    members: 'Matters',
    membersAbout: 'Only matters that you may see.',
    matter: '{number} · {state} · {day}',
    acts: {
      name: 'Rename',
      nameLead: 'Once renamed, the system leaves the name as it is.',
      merge: 'Merge',
      mergeLead: 'Takes another issue into “{title}”. The matters themselves do not change.',
      split: 'Split',
      splitLead:
        'Choose the matters that do not belong to “{title}”: they become an issue of their own. The matters themselves do not change.',
      theme: 'Make it a theme of the month',
      themeLead: 'Names one lead office and a month for “{title}”.',
    },
    other: 'Which issue goes into it',
    choose: 'Matters to split off',
    newTitle: 'Name',
    office: 'Lead office',
    month: 'Month',
    monthHint: 'As “2026-03”.',
    named: 'Renamed.',
    merged: 'Merged.',
    split: 'New issue: “{title}”.',
    themed: 'Made the theme of {month}.',
  },
  refusals: {
    notYoursToManage: 'Leaders merge, split and name issues, and choose the lead office.',
    issueUnknown: 'There is no such issue, or it went into another one.',
    sameIssue: 'An issue cannot be merged into itself.',
    notMembers: 'Choose at least one matter of this issue.',
    nothingLeft: 'At least one matter must stay.',
  },
} as const satisfies Words<typeof zh>
