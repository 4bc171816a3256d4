import { useNavigate, useSearch } from '@tanstack/react-router'
import type { InputOf } from '#foundation/contract.ts'
import type { listMatters } from '../../contract.ts'
import type { ListColumn } from '../../lists/columns.ts'

/** What a list may be asked for, as it stands in the address; the same names as in the contract. */
export const filterNames = [
  'words',
  'kind',
  'state',
  'standing',
  'category',
  'division',
  'office',
  'channel',
  'from',
  'to',
  'order',
] as const
export type FilterName = (typeof filterNames)[number]
export type ListFilters = Partial<Readonly<Record<FilterName, string>>>

/** Filters, columns where they are not the usual ones, and the number of the matter that is open beside the list. */
export type ListAddress = ListFilters & { readonly columns?: string; readonly matter?: string }

/** How a list is narrowed. The order narrows nothing. */
export function isNarrowed(filters: ListFilters): boolean {
  return filterNames.some((name) => name !== 'order' && filters[name])
}

/** Only the filters of an address, without the empty ones. */
export function filtersOf(address: ListAddress): ListFilters {
  return Object.fromEntries(
    filterNames.flatMap((name) => (address[name] ? [[name, address[name]]] : [])),
  )
}

export type ListInput = InputOf<typeof listMatters>

/**
 * The question that filters and queue make. An address may say anything; what is no word of the contract the server
 * refuses with a sentence.
 */
export function listInput(filters: ListFilters, queue: string | undefined): ListInput {
  return { ...filters, ...(queue === undefined ? {} : { queue }) } as ListInput
}

/** Where the same list can be fetched as a file: with the columns of the screen, or with all there are. */
export function exportAddress(
  input: ListInput,
  format: 'csv' | 'xlsx',
  columns?: readonly ListColumn[],
): string {
  const asked = new URLSearchParams(
    Object.entries(input).map(([name, value]) => [name, `${value}`]),
  )
  if (columns) asked.set('columns', columns.join(','))
  return `/api/v1/matters.${format}?${asked}`
}

/** The list's address and how to change it: every view can be kept as a bookmark and sent to a colleague. */
export function useListAddress() {
  const address = useSearch({ strict: false }) as ListAddress
  const navigate = useNavigate()
  const go = (next: ListAddress, replace: boolean) =>
    void navigate({ to: '.', search: next as never, replace })
  return {
    address,
    /** Filters change in place: "back" leads out of the list, not through every letter typed. */
    filter: (more: { readonly [name in FilterName]?: string | undefined }) =>
      go({ ...address, ...more } as ListAddress, true),
    clear: () => {
      const { matter, columns } = address
      go({ ...(columns && { columns }), ...(matter && { matter }) }, true)
    },
    showColumns: (columns: readonly ListColumn[] | null) => {
      const { columns: _, ...rest } = address
      go(columns === null ? rest : { ...rest, columns: columns.join(',') }, true)
    },
    /** Opening a matter is a step; moving on to the next with one open is not. */
    open: (matter: string | null) => {
      const { matter: before, ...rest } = address
      go(matter === null ? rest : { ...rest, matter }, before !== undefined && matter !== null)
    },
  }
}
