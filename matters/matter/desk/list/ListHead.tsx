import { type ReactNode, useRef, useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Menu } from '#foundation/desk/parts/Menu.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import type { ListColumn } from '../../lists/columns.ts'
import { useMatterWords } from '../matter-words.ts'
import { exportAddress, type ListInput } from './address.ts'

type ListHeadProps = {
  title: string
  /** "62 件". */
  count: string
  words: string
  onWords: (words: string) => void
  input: ListInput
  /** On the screen, in their order. */
  columns: readonly ListColumn[]
  /** Own views and columns. */
  views: ReactNode
  /** The filters, while they are open. */
  filters: ReactNode
  chips: ReactNode
  /** How what was searched for stands in order. */
  note: ReactNode
}

/** Above a list: what it holds, a field to find in it, its filters, and the same rows as a file. */
export function ListHead(props: ListHeadProps) {
  const { title, count, words, onWords, filters, chips } = props
  const { list } = useMatterWords().desk
  const [open, setOpen] = useState(false)
  useShortcut({ keys: 'f', label: list.filter, group: 'list', run: () => setOpen(!open) })
  return (
    <header className="list-head">
      <div className="list-title">
        <h1>{title}</h1>
        <p role="status">{count}</p>
      </div>
      <div className="list-tools">
        <Find words={words} onWords={onWords} />
        <Button expanded={open} keyHint="f" onPress={() => setOpen(!open)}>
          {list.filter}
        </Button>
        {props.views}
        <ExportMenu input={props.input} columns={props.columns} />
      </div>
      {open ? filters : null}
      {chips}
      {props.note}
    </header>
  )
}

/** The list as a file: what is seen, or with every column there is. */
function ExportMenu({ input, columns }: Pick<ListHeadProps, 'input' | 'columns'>) {
  const { list } = useMatterWords().desk
  const entries = (shown?: readonly ListColumn[]) =>
    (['xlsx', 'csv'] as const).map((format) => ({
      key: `${shown ? 'seen' : 'all'} ${format}`,
      label: list[format],
      run: () => location.assign(exportAddress(input, format, shown)),
    }))
  return (
    <Menu
      label={list.exportAs}
      groups={[
        { heading: list.exportHint, entries: entries(columns) },
        { heading: list.exportAll, entries: entries() },
      ]}
    />
  )
}

const typingMilliseconds = 300

/** Finds as one types, once the typing pauses; Enter does not wait. */
function Find({ words, onWords }: Pick<ListHeadProps, 'words' | 'onWords'>) {
  const { list } = useMatterWords().desk
  const { keys } = useScreenWords()
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [typed, setTyped] = useState(words)
  const [told, setTold] = useState(words)
  // Dropped or gone back elsewhere: the field follows the address.
  if (told !== words) {
    setTold(words)
    setTyped(words)
  }
  useShortcut({ keys: '/', label: keys.search, group: 'list', run: () => field.current?.select() })
  const tell = (text: string) => {
    clearTimeout(timer.current)
    setTold(text.trim())
    onWords(text.trim())
  }
  return (
    <SearchField
      className="find"
      value={typed}
      onChange={(text) => {
        setTyped(text)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => tell(text), typingMilliseconds)
      }}
      onSubmit={tell}
      onClear={() => tell('')}
    >
      <Label className="hidden-text">{list.find}</Label>
      <Input
        ref={field}
        className="control"
        maxLength={100}
        placeholder={list.findHint}
        aria-keyshortcuts="/"
      />
    </SearchField>
  )
}
