import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import {
  CategoryCode,
  Day,
  DutyItem,
  DutyItemView,
  OfficeSuggestion,
  TownshipItemView,
  TownshipKindWord,
} from './model.ts'

const strict = { additionalProperties: false }
const County = Type.Integer({ minimum: 1, maximum: 999_999_999 })
const Next = Type.Union([Type.String(), Type.Null()], {
  description: 'Hand it back as `after` for the next rows; null at the end.',
})
const page = {
  on: Type.Optional(Day),
  after: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

export const suggestOffices = query({
  name: 'dispatch.suggestOffices',
  path: '/duty-list/suggestion',
  audience: 'officer',
  input: Type.Object(
    { category: CategoryCode, division: Type.Optional(Type.String({ maxLength: 40 })) },
    strict,
  ),
  output: OfficeSuggestion,
  summary:
    'Who is responsible for a category in a place by the duty list, and what the township list forbids.',
})

export const listDutyItems = query({
  name: 'dispatch.listDutyItems',
  path: '/counties/:county/duty-list',
  audience: 'public',
  input: Type.Object(
    {
      county: County,
      category: Type.Optional(CategoryCode),
      office: Type.Optional(Type.String({ format: 'uuid' })),
      ...page,
    },
    strict,
  ),
  output: Type.Object({ on: Day, items: Type.Array(DutyItemView), next: Next }),
  summary: 'The county’s duty list 职责清单 on a day.',
})

export const listTownshipItems = query({
  name: 'dispatch.listTownshipItems',
  path: '/counties/:county/township-list',
  audience: 'public',
  input: Type.Object(
    {
      county: County,
      division: Type.Optional(Type.String({ maxLength: 40 })),
      kind: Type.Optional(TownshipKindWord),
      ...page,
    },
    strict,
  ),
  output: Type.Object({ on: Day, items: Type.Array(TownshipItemView), next: Next }),
  summary: 'The lists of townships and communities 乡镇（街道）履职清单 on a day.',
})

const { validFrom: _from, validTo: _to, ...itemFields } = DutyItem.properties

export const addDutyItem = command({
  name: 'dispatch.addDutyItem',
  path: '/duty-list/items',
  audience: 'officer',
  input: Type.Object({ ...itemFields, from: Type.Optional(Day) }, strict),
  output: Type.Object({ id: Type.String(), validFrom: Day }),
  summary:
    'Add an item to the duty list from a day on; an item of that number must have been ended before.',
})

export const changeDutyItem = command({
  name: 'dispatch.changeDutyItem',
  path: '/duty-list/items/:id/change',
  audience: 'officer',
  input: Type.Object({ ...itemFields, from: Type.Optional(Day) }, strict),
  output: Type.Object({ id: Type.String(), validFrom: Day }),
  summary:
    'Change an item of the duty list: what was published ends on a day, and the new content begins on it.',
})

export const endDutyItem = command({
  name: 'dispatch.endDutyItem',
  path: '/duty-list/items/:id/end',
  audience: 'officer',
  input: Type.Object({ id: DutyItem.properties.id, on: Type.Optional(Day) }, strict),
  output: Type.Object({ id: Type.String(), validTo: Day }),
  summary: 'End an item of the duty list; matters dispatched by it keep it.',
})
