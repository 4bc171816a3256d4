import type { Words } from '#foundation/languages.ts'
import type { exportZh } from './export-zh-CN.ts'

/** Titles of the columns of an exported list. */
export const exportEn = {
  name: 'matters',
  columns: {
    number: 'Number',
    kind: 'Kind',
    state: 'State',
    flags: 'Flags',
    title: 'Title',
    category: 'Category',
    urgency: 'Urgency',
    channel: 'Channel',
    division: 'Village, community or township',
    divisionCode: 'Division code',
    placeText: 'Place',
    leadOffice: 'Lead office',
    receivedAt: 'Received',
    dueAt: 'Due',
    closedAt: 'Closed',
    confidential: 'Confidential',
  },
  yes: 'yes',
  no: 'no',
} as const satisfies Words<typeof exportZh>
