import type { ReactNode } from 'react'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useMe } from '#people/desk/me.ts'
import { OfficeChoice } from '#people/desk/OfficeChoice.tsx'
import { DivisionChoice } from '#places/desk/DivisionChoice.tsx'
import { useDivisionName } from '#places/desk/division-name.ts'
import { listOrders } from '../../contract.ts'
import { listStandings } from '../../lists/queues.ts'
import { channels, kinds, states } from '../../model.ts'
import { useMatterWords } from '../matter-words.ts'
import type { FilterName, ListFilters } from './address.ts'

/** Filters as they are shown and changed; the list is asked again with each change. */
export type Filtering = {
  readonly filters: ListFilters
  readonly filter: (more: { readonly [name in FilterName]?: string | undefined }) => void
}

type MatterFiltersProps = Filtering & {
  /** Categories are known to a room above. */
  categoryChoice: (value: string | null, onChange: (code: string | null) => void) => ReactNode
  /** A queue has its own states. */
  queue: string | undefined
}

/** Everything a list can be narrowed by, but for the words, whose field is always in sight. */
export function MatterFilters({ filters, filter, categoryChoice, queue }: MatterFiltersProps) {
  const words = useMatterWords()
  const { county } = useMe()
  const divisionName = useDivisionName(county, filters.division)
  const { list, column } = words.desk
  const set = (name: FilterName) => (value: string | null) => filter({ [name]: value || undefined })
  return (
    <div className="filters">
      {queue === undefined ? (
        <OneOf
          label={column.state}
          keys={states}
          names={words.state}
          value={filters.state}
          onChange={set('state')}
        />
      ) : null}
      <OneOf
        label={list.standing}
        keys={listStandings}
        names={list.standings}
        value={filters.standing}
        onChange={set('standing')}
      />
      {categoryChoice(filters.category ?? null, set('category'))}
      <DivisionChoice
        label={column.place}
        placeholder={list.any}
        county={county}
        value={filters.division ?? null}
        valueName={divisionName}
        onChange={set('division')}
      />
      <OfficeChoice label={list.office} value={filters.office ?? null} onChange={set('office')} />
      <OneOf
        label={column.kind}
        keys={kinds}
        names={words.kind}
        value={filters.kind}
        onChange={set('kind')}
      />
      <OneOf
        label={column.channel}
        keys={channels}
        names={words.channel}
        value={filters.channel}
        onChange={set('channel')}
      />
      <TextField label={list.from} type="date" value={filters.from ?? ''} onChange={set('from')} />
      <TextField label={list.to} type="date" value={filters.to ?? ''} onChange={set('to')} />
      <OneOf
        label={list.order}
        keys={listOrders.filter((order) => order !== 'relevance' || filters.words)}
        names={list.orders}
        value={filters.order}
        onChange={set('order')}
      />
    </div>
  )
}

type OneOfProps<K extends string> = {
  label: string
  keys: readonly K[]
  names: Readonly<Record<K, string>>
  value: string | undefined
  onChange: (key: string | null) => void
}

const anyKey = 'any'

function OneOf<K extends string>({ label, keys, names, value, onChange }: OneOfProps<K>) {
  const { any } = useMatterWords().desk.list
  return (
    <Select
      label={label}
      choices={[{ key: anyKey, label: any }, ...keys.map((key) => ({ key, label: names[key] }))]}
      value={value ?? anyKey}
      onChange={(key) => onChange(key === anyKey ? null : key)}
    />
  )
}
