import { useState } from 'react'
import { columnsFrom, type ListColumn, usualColumns } from '../../lists/columns.ts'
import { useListAddress } from './address.ts'

const storageName = 'linli.columns'

const same = (one: readonly string[], other: readonly string[]) => `${one}` === `${other}`

/**
 * Which columns a list shows, in which order. An address may name them, as a saved view does; else it is as this
 * officer last chose in this browser.
 * @param withState false where all rows stand in the same state, which is then told only if somebody asked for it
 */
export function useColumns(withState: boolean) {
  const { address, showColumns } = useListAddress()
  const [own, setOwn] = useState(() => localStorage.getItem(storageName))
  const named = address.columns ?? own ?? undefined
  const chosen = columnsFrom(named)
  const usual = same(chosen, usualColumns)
  return {
    columns: usual && !withState ? chosen.filter((name) => name !== 'state') : chosen,
    chosen,
    /** As an address and a saved view name them; nothing for the usual ones. */
    named: usual ? '' : chosen.join(','),
    choose: (columns: readonly ListColumn[]) => {
      const back = same(columns, usualColumns)
      if (back) localStorage.removeItem(storageName)
      else localStorage.setItem(storageName, columns.join(','))
      setOwn(back ? null : columns.join(','))
      if (address.columns !== undefined) showColumns(back ? null : columns)
    },
  }
}
