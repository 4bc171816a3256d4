import type { InputOf, OutputOf } from '#foundation/contract.ts'
import type { savedViews, saveView } from '../../lists/views-contract.ts'
import { filtersOf, type ListAddress } from './address.ts'

export type SavedView = OutputOf<typeof savedViews>['views'][number]

/** What of a list makes a view: its queue, filters and columns, but not the matter that happens to be open. */
export type ViewAsked = Omit<InputOf<typeof saveView>, 'name'>

/** The view an address shows. What is no word of the contract the server refuses with a sentence. */
export function viewAsked(address: ListAddress, queue: string | undefined): ViewAsked {
  const columns = address.columns ? address.columns.split(',') : []
  const asked = { filters: filtersOf(address), columns, ...(queue === undefined ? {} : { queue }) }
  return asked as ViewAsked
}

/** Where a view stands, below /desk; the same view always at the same address. */
export function viewAddress({ queue, filters, columns }: ViewAsked): string {
  const said = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1))
  const query = new URLSearchParams(said.map(([name, value]) => [name, `${value}`]))
  if (columns.length > 0) query.set('columns', columns.join(','))
  const path = queue === undefined ? '/matters' : `/queues/${queue}`
  return query.size === 0 ? path : `${path}?${query}`
}
