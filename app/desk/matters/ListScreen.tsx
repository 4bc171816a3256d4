import '#matters/matter/desk/matter.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useNow } from '#foundation/desk/clock.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { useLanguage, useScreenWords } from '#foundation/desk/setting.ts'
import { SplitView } from '#foundation/desk/sheet/SplitView.tsx'
import { Table } from '#foundation/desk/table/Table.tsx'
import { fill } from '#foundation/languages.ts'
import { CategoryChoice } from '#matters/analyse/desk/CategoryChoice.tsx'
import { useCategoryName } from '#matters/analyse/desk/categories.ts'
import {
  filtersOf,
  isNarrowed,
  listInput,
  useListAddress,
} from '#matters/matter/desk/list/address.ts'
import { BulkActs } from '#matters/matter/desk/list/BulkActs.tsx'
import { FilterChips } from '#matters/matter/desk/list/FilterChips.tsx'
import { ListHead } from '#matters/matter/desk/list/ListHead.tsx'
import { MatterFilters } from '#matters/matter/desk/list/MatterFilters.tsx'
import { matterColumns } from '#matters/matter/desk/list/matter-columns.tsx'
import { FoundBelow, hasBelow } from '#matters/matter/desk/list/search/FoundBelow.tsx'
import { SearchNote } from '#matters/matter/desk/list/search/SearchNote.tsx'
import { useColumns } from '#matters/matter/desk/list/use-columns.ts'
import { useMatterPages } from '#matters/matter/desk/list/use-matter-pages.ts'
import { ViewsMenu } from '#matters/matter/desk/list/ViewsMenu.tsx'
import { viewAsked } from '#matters/matter/desk/list/view-address.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterRow } from '#matters/matter/desk/view.ts'
import { queues } from '#matters/matter/lists/queues.ts'
import { bulkActs } from './bulk-acts.tsx'
import { EmptyList } from './EmptyList.tsx'
import { MatterPane } from './MatterPane.tsx'
import { NextMatter } from './NextMatter.tsx'

/** A queue, or all matters: the list, and beside it the matter that is open. */
export function ListScreen() {
  const { queue } = useParams({ strict: false }) as { queue?: string }
  return <MatterList key={queue ?? ''} queue={queue} />
}

/** What was just done to, and the row that came after it then: the list may have lost both by now. */
type Acted = { readonly number: string; readonly next: MatterRow | null }

function MatterList({ queue }: { queue: string | undefined }) {
  const words = useMatterWords()
  const { address, open } = useListAddress()
  const list = useMatterPages(listInput(filtersOf(address), queue))
  const [acted, setActed] = useState<Acted | null>(null)
  const names: Readonly<Record<string, string>> = words.queue
  const title = queue === undefined ? words.desk.list.all : (names[queue] ?? queue)
  const number = address.matter ?? null
  const onDone = () => {
    const at = list.rows.findIndex((row) => row.number === number)
    const next = list.rows[at + 1] ?? list.rows[at - 1] ?? null
    if (number !== null) setActed({ number, next })
  }
  const next =
    acted?.number === number && number !== null ? (
      <NextMatter row={acted.next} onOpen={open} onList={() => open(null)} />
    ) : null
  return (
    <SplitView
      label={title}
      list={<ListPane queue={queue} title={title} list={list} />}
      detail={
        number === null ? null : (
          <MatterPane key={number} number={number} next={next} onDone={onDone} />
        )
      }
      detailLabel={words.desk.pane.matter}
      detailKey={number}
      onBack={() => open(null)}
    />
  )
}

type ListPaneProps = {
  queue: string | undefined
  title: string
  list: ReturnType<typeof useMatterPages>
}

function ListPane({ queue, title, list }: ListPaneProps) {
  const words = useMatterWords()
  const language = useLanguage()
  const now = useNow()
  const categoryName = useCategoryName()
  const { address, clear, open } = useListAddress()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { rows, more } = list
  const narrowed = isNarrowed(filtersOf(address))
  // What left the list meanwhile is no longer meant.
  const chosen = new Set(rows.map(({ number }) => number).filter((number) => picked.has(number)))
  const columns = useColumns(queues.find(({ name }) => name === queue)?.states?.length !== 1)
  return (
    <>
      <ListTop queue={queue} title={title} list={list} columns={columns} />
      <BulkActs rows={rows} chosen={chosen} onChoose={setPicked} acts={bulkActs} />
      {list.trouble && rows.length === 0 ? (
        <ListTrouble list={list} narrowed={narrowed} onClear={clear} />
      ) : (
        <Table
          label={title}
          columns={matterColumns({ words, language, now, categoryName, shown: columns.columns })}
          rows={rows}
          idOf={(row) => row.number}
          open={address.matter ?? null}
          onOpen={(row) => open(row.number)}
          chosen={chosen}
          onChoose={setPicked}
          below={(row) => (row.found && hasBelow(row) ? <FoundBelow found={row.found} /> : null)}
          onMore={more}
          empty={
            <EmptyList
              queue={queue}
              pending={list.pending}
              narrowed={narrowed}
              unreadable={list.search?.readable === false}
              onClear={clear}
            />
          }
        />
      )}
    </>
  )
}

type ListTopProps = ListPaneProps & { columns: ReturnType<typeof useColumns> }

/** What the list holds and how it is narrowed. */
function ListTop({ queue, title, list, columns }: ListTopProps) {
  const { desk } = useMatterWords()
  const categoryName = useCategoryName()
  const { address, filter, clear } = useListAddress()
  const filters = filtersOf(address)
  const isByDue = (filters.order ?? (queue && queue !== 'recorded' ? 'due' : '')) === 'due'
  const count = list.more ? desk.list.countMore : desk.list.count
  const choice = (value: string | null, onChange: (code: string | null) => void) => (
    <CategoryChoice
      label={desk.column.category}
      placeholder={desk.list.any}
      value={value}
      onChange={onChange}
    />
  )
  return (
    <ListHead
      title={title}
      count={list.pending ? '' : fill(count, { count: list.rows.length })}
      words={filters.words ?? ''}
      onWords={(text) => filter({ words: text || undefined })}
      input={listInput(filters, queue)}
      columns={columns.columns}
      views={
        <ViewsMenu
          asked={viewAsked({ ...address, columns: columns.named }, queue)}
          columns={columns}
        />
      }
      filters={
        <MatterFilters filters={filters} filter={filter} queue={queue} categoryChoice={choice} />
      }
      chips={
        <FilterChips
          filters={filters}
          filter={filter}
          categoryName={categoryName}
          onClear={clear}
        />
      }
      note={
        list.search && list.rows.length > 1 && !isByDue ? (
          <SearchNote search={list.search} onOrder={(order) => filter({ order })} />
        ) : null
      }
    />
  )
}

type ListTroubleProps = Pick<ListPaneProps, 'list'> & { narrowed: boolean; onClear: () => void }

/** Why there is no list, and what to do about it. */
function ListTrouble({ list, narrowed, onClear }: ListTroubleProps) {
  const words = useMatterWords()
  const screen = useScreenWords()
  return (
    <div className="table-empty" role="alert">
      <h2>{words.desk.list.trouble}</h2>
      <p>{list.trouble?.detail}</p>
      <div className="form-actions">
        <Button kind="next" onPress={list.again}>
          {screen.again}
        </Button>
        {narrowed ? <Button onPress={onClear}>{words.desk.list.clear}</Button> : null}
      </div>
    </div>
  )
}
