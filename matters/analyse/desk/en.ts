import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  judge: {
    lead: 'Once judged, it can be dispatched. Suggestions are only that; you decide.',
    category: 'Category',
    categoryHint: 'Type a part of its name',
    certain: 'The words are clear; filled in as suggested, please confirm.',
    type: 'Type',
    urgency: 'Urgency',
    urgencyHint: 'Another urgency is another limit, still counted from acceptance.',
    channel: 'Way to handle it',
    responsibleOffice: 'Responsible office',
    basis: 'Whose duty, and why',
    risk: 'Risk of the matter',
    riskHint: 'About the matter only, never about a person.',
    send: 'Judge',
  },
  link: {
    lead: 'Both stay. The reporter is told that they are handled together, and counts as one voice.',
    to: 'Which matter is it the same as',
    toNumber: 'Its number, such as 990101-2026-000123.',
    toHint: 'Its number; or choose from “Perhaps the same matter” above.',
    undo: 'Take back the link to {number}',
    send: 'Link to {number}',
    sendUndo: 'Take back the link',
    candidates: 'Similar matters',
  },
  advice: {
    title: 'What the machine suggests',
    judgeSo: 'Judge as “{category}”',
    linkSo: 'Link to this: {number}',
    linkThis: 'Link to this',
    share: '{percent}% sure',
    voices: 'Linked to this matter',
  },
  told: {
    category: 'Category',
    type: 'Type',
    urgency: 'Urgency',
    channel: 'Way to handle it',
    responsibleOffice: 'Responsible office',
    basis: 'Basis',
    risk: 'Risk',
    to: 'Linked to',
    undone: 'The link was taken back',
  },
} as const satisfies Words<typeof zh>
