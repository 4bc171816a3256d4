import { useInfiniteQuery } from '@tanstack/react-query'
import type { Contract, InputOf, OutputOf } from '../../contract.ts'
import { ask, type ProblemError } from '../ask.ts'

const pageRows = 100

/** The answers of a query that comes in pages (`after`, `limit`, `next`), one more each time the end comes near. */
export function usePages<C extends Contract>(contract: C, input: InputOf<C>) {
  type Page = OutputOf<C> & { readonly next: string | null }
  const answer = useInfiniteQuery<
    Page,
    ProblemError,
    { pages: Page[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [contract.name, 'pages', input],
    queryFn: async ({ pageParam, signal }) => {
      const after = pageParam === null ? {} : { after: pageParam }
      const asked = { ...(input as object), ...after, limit: pageRows } as InputOf<C>
      return (await ask(contract, asked, signal)) as Page
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (last) => last,
  })
  return {
    pages: answer.data?.pages ?? [],
    asking: answer,
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : undefined,
  }
}
