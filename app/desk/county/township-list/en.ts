import type { Words } from '#foundation/languages.ts'
import type { zh } from './zh-CN.ts'

export const en = {
  title: 'Township lists',
  about:
    'What townships, streets and communities do themselves, where they only help, and what departments took back. Dispatching keeps to it: what was taken back goes to no township or community, and where they help a department leads.',
  empty: 'No items. They are imported from a table with linli import townships.',
  place: 'Township or community',
  item: 'Matter',
  kind: 'Kind',
  department: 'Department',
  category: 'Category',
  noCategory: 'none, so it has no effect on dispatching',
  departmentDuty: 'What the department does',
  townshipDuty: 'What the township does',
  legalBasis: 'Basis',
  validity: 'Valid',
  since: 'since {from}',
  span: '{from} up to {until}',
  effect: 'On dispatch',
  effects: {
    basic: 'It can lead.',
    cooperating:
      '{department} leads; it can only assist where that department leads. Dispatching it to lead is refused, with the basis.',
    takenBack:
      'It can be given neither the lead nor assistance. Dispatching it there is refused, with the basis.',
  },
  someDepartment: 'The department',
  byPlace: 'Place',
  byKind: 'Kind',
  allKinds: 'all',
  byDay: 'The list on',
} as const satisfies Words<typeof zh>
