import { useMemo } from 'react'
import type { OutputOf } from '#foundation/contract.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { useMe } from '#people/desk/me.ts'
import { listCategories } from '../contract.ts'

type Tree = OutputOf<typeof listCategories>

const none: Tree = []

/** The county's tree of categories as it is today, parents before children; empty until it is known. */
export function useCategories(): Tree {
  const { county } = useMe()
  return useAsk(listCategories, { county }, { freshSeconds: 300 }).data ?? none
}

/** The name of a category in the reader's language; undefined for one that no longer stands in the tree. */
export function useCategoryName(): (code: string) => string | undefined {
  const tree = useCategories()
  const english = useLanguage() === 'en'
  return useMemo(() => {
    const names = new Map(
      tree.map(({ code, name, nameEn }) => [code, english ? nameEn : name] as const),
    )
    return (code) => names.get(code)
  }, [tree, english])
}
