import { Type } from 'typebox'
import { command, query } from '#foundation/contract.ts'
import { listFilters } from '../contract.ts'
import { Id } from '../model.ts'
import { type ListColumn, listColumns } from './columns.ts'

const strict = { additionalProperties: false }
const { queue, ...filters } = listFilters

const ColumnWord = Type.Unsafe<ListColumn>(Type.String({ enum: [...listColumns] }))

/** Which list, how it is narrowed, and its columns in their order. */
const AskedView = {
  queue,
  filters: Type.Object(filters, strict),
  columns: Type.Array(ColumnWord, { maxItems: listColumns.length, uniqueItems: true }),
}

const ViewName = Type.String({ minLength: 1, maxLength: 30, pattern: '\\S' })

export const SavedView = Type.Object({ id: Id, name: ViewName, ...AskedView })

export const savedViews = query({
  name: 'matter.savedViews',
  path: '/me/views',
  audience: 'officer',
  input: Type.Object({}, strict),
  output: Type.Object({ views: Type.Array(SavedView) }),
  summary: 'The own named views of lists, by name.',
})

export const saveView = command({
  name: 'matter.saveView',
  path: '/me/views',
  audience: 'officer',
  input: Type.Object({ name: ViewName, ...AskedView }, strict),
  output: SavedView,
  summary: 'Keeps filters and columns of a list under a name; the same name again replaces them.',
})

export const dropView = command({
  name: 'matter.dropView',
  path: '/me/views/:view/drop',
  audience: 'officer',
  input: Type.Object({ view: Id }, strict),
  output: Type.Object({}),
  summary: 'Forgets an own view.',
})
