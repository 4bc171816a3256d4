import { Type } from 'typebox'
import { query } from '#foundation/contract.ts'
import { Id } from '../model.ts'

const strict = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })

/** What is open at one office or in one township, and how much of it is past its limit. */
const Share = { open: Count, late: Count }

export const glance = query({
  name: 'matter.glance',
  path: '/glance',
  audience: 'officer',
  input: Type.Object({}, strict),
  output: Type.Object({
    ...Share,
    newToday: Count,
    offices: Type.Array(
      Type.Object({ ...Share, office: Id, name: Type.Union([Type.String(), Type.Null()]) }),
    ),
    places: Type.Array(
      Type.Object({
        ...Share,
        division: Type.String(),
        name: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
  summary:
    'What is open and late now, as far as the asker may see: in all, by lead office, by township.',
})
