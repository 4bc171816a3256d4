import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  title: 'Duty list',
  about:
    'Which matters, where, are led by whom, with whose help, by which law. Dispatching suggests offices by it; matters already dispatched keep their item.',
  empty: 'The list is empty. Add items one by one, or have a table imported.',
  id: 'Number',
  idHint:
    'The county’s own number of the item. Once an item has ended, its number may be used again.',
  item: 'Matter',
  category: 'Category',
  division: 'Where',
  divisionHint: 'For an item of one township or village; leave it empty for the whole county.',
  wholeCounty: 'whole county',
  lead: 'Lead office',
  assisting: 'Assisting offices',
  legalBasis: 'Legal basis',
  legalBasisHint: 'Name and article of the law.',
  limit: 'Limit',
  noLimit: 'as the county’s rules say',
  ownLimit: 'A limit of its own',
  amount: 'Amount',
  unit: 'Unit',
  units: {
    urgentHour: 'hours, day and night',
    workingHour: 'working hours',
    workingDay: 'working days',
    naturalDay: 'calendar days',
  },
  note: 'Note',
  validity: 'Valid',
  since: 'since {from}',
  span: '{from} up to {until}',
  add: 'Add an item',
  addLead:
    'From that day dispatching suggests the lead office for such matters. To change an item, end the old one first, then add it anew under the same number.',
  from: 'From which day',
  fromHint: 'Left empty, from today.',
  added: 'Item {id} added.',
  end: 'End this item',
  endLead: 'From that day dispatching no longer suggests item {id}. Matters dispatched by it stay.',
  on: 'From which day it ends',
  ended: 'Item {id} ends on {day}.',
  byOffice: 'Office',
  byCategory: 'Category',
} as const satisfies Words<typeof zh>
