import { useRef } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { useShortcut } from '../keys/shortcuts.ts'
import { useScreenWords } from '../setting.ts'

/** Narrows the rows on the screen as one types; `/` leads there from anywhere. */
export function FindField({
  value,
  onChange,
}: {
  value: string
  onChange: (text: string) => void
}) {
  const { search, keys } = useScreenWords()
  const field = useRef<HTMLInputElement>(null)
  useShortcut({ keys: '/', label: keys.search, group: 'list', run: () => field.current?.select() })
  return (
    <SearchField className="find" value={value} onChange={onChange}>
      <Label className="hidden-text">{search}</Label>
      <Input ref={field} className="control" placeholder={search} aria-keyshortcuts="/" />
    </SearchField>
  )
}
