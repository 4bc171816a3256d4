import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  Text,
} from 'react-aria-components'
import { Dialog } from '../parts/Dialog.tsx'
import { KeyCap } from '../parts/KeyCap.tsx'

export type PaletteItem = {
  readonly key: string
  readonly label: string
  readonly about?: string | undefined
  readonly keys?: string | undefined
  readonly run: () => void
}

export type PaletteGroup = { readonly heading: string; readonly items: readonly PaletteItem[] }

type PaletteProps = {
  open: boolean
  onClose: () => void
  words: { readonly title: string; readonly label: string; readonly empty: string }
  /** Known at once, narrowed by what is typed. */
  groups: readonly PaletteGroup[]
  /** Found by the server. */
  find?: (text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>
}

const typingMilliseconds = 150

/** What the server finds for the text, once the typing pauses. */
function useFound(text: string, find: PaletteProps['find']): readonly PaletteGroup[] {
  const [found, setFound] = useState<readonly PaletteGroup[]>([])
  useEffect(() => {
    if (!find || text.length < 2) return setFound([])
    const stop = new AbortController()
    const timer = setTimeout(() => {
      // What cannot be found just now is left out; the rest of the box still works.
      find(text, stop.signal).then(setFound, () => setFound([]))
    }, typingMilliseconds)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [text, find])
  return found
}

/** One line to go anywhere and do anything from, opened by Ctrl-K. */
export function Palette({ open, onClose, words, groups, find }: PaletteProps) {
  return (
    <Dialog title={words.title} open={open} onClose={onClose}>
      <PaletteBody words={words} groups={groups} {...(find ? { find } : {})} onClose={onClose} />
    </Dialog>
  )
}

function PaletteBody({ words, groups, find, onClose }: Omit<PaletteProps, 'open'>) {
  const [typed, setTyped] = useState('')
  const text = typed.trim().toLowerCase()
  const found = useFound(text, find)
  const matching = groups.map((group) => ({
    ...group,
    items: group.items.filter((item) => `${item.label} ${item.about}`.toLowerCase().includes(text)),
  }))
  const shown = [...found, ...matching].filter((group) => group.items.length > 0)
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="field" autoFocus>
        <Label>{words.label}</Label>
        <Input className="control" />
      </SearchField>
      <Menu
        className="options palette-options"
        aria-label={words.title}
        renderEmptyState={() => <p className="options-empty">{words.empty}</p>}
      >
        {shown.map((group) => (
          <MenuSection key={group.heading} className="menu-group">
            <Header className="menu-heading">{group.heading}</Header>
            {group.items.map((item) => (
              <MenuItem
                key={item.key}
                id={item.key}
                textValue={item.label}
                className="option"
                onAction={() => {
                  onClose()
                  item.run()
                }}
              >
                <Text slot="label">
                  {item.label}
                  {item.about ? <span className="option-about">{item.about}</span> : null}
                </Text>
                {item.keys ? <KeyCap keys={item.keys} /> : null}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  )
}
