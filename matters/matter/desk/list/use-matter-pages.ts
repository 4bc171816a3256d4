import { useInfiniteQuery } from '@tanstack/react-query'
import { ask, type ProblemError } from '#foundation/desk/ask.ts'
import { listMatters } from '../../contract.ts'
import type { ListInput } from './address.ts'

const pageRows = 100
const freshSeconds = 20

/** The rows of a list, page after page as one scrolls. A list of one page asks again by itself. */
export function useMatterPages(input: ListInput) {
  const pages = useInfiniteQuery<
    Awaited<ReturnType<typeof ask<typeof listMatters>>>,
    ProblemError,
    { pages: Awaited<ReturnType<typeof ask<typeof listMatters>>>[] },
    readonly [string, ListInput],
    string | null
  >({
    queryKey: [listMatters.name, input],
    queryFn: ({ pageParam, signal }) => {
      const after = pageParam === null ? {} : { after: pageParam }
      return ask(listMatters, { ...input, ...after, limit: pageRows }, signal)
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    // Many pages are asked again after an act only: twenty requests every twenty seconds help nobody.
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) > 1 ? false : freshSeconds * 1000,
    placeholderData: (last, query) => (query?.queryKey[1].queue === input.queue ? last : undefined),
  })
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    /** How the first page stands in order; only where words were asked for. */
    search: pages.data?.pages[0]?.search,
    trouble: pages.error,
    /** Nothing to show yet. */
    pending: pages.isPending,
    /** What is shown belongs to the filters before. */
    changing: pages.isPlaceholderData,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    again: () => void pages.refetch(),
  }
}
