import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  Button,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components'
import { Sign } from './Sign.tsx'

export type MenuEntry = {
  readonly key: string
  readonly label: string
  readonly run: () => void
  /** Chosen just now, in a group where one is. */
  readonly current?: boolean
  readonly whyNot?: string | null
}

export type MenuGroup = { readonly heading?: string; readonly entries: readonly MenuEntry[] }

type MenuProps = { label: ReactNode; groups: readonly MenuGroup[] }

/** A button that opens a list of things to do. What cannot be done stays in the list with its reason. */
export function Menu({ label, groups }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className="button button-quiet">
        {label}
        <Sign name="caret" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="options">
          {groups.map((group) => (
            <MenuSection
              key={group.heading ?? group.entries[0]?.key}
              aria-label={group.heading ?? group.entries[0]?.label}
              className="menu-group"
            >
              {group.heading ? <Header className="menu-heading">{group.heading}</Header> : null}
              {group.entries.map((entry) => (
                <MenuItem
                  key={entry.key}
                  id={entry.key}
                  textValue={entry.label}
                  className="option"
                  isDisabled={Boolean(entry.whyNot)}
                  onAction={entry.run}
                >
                  <Text slot="label">
                    {entry.label}
                    {entry.whyNot ? <span className="option-about">{entry.whyNot}</span> : null}
                  </Text>
                  {entry.current ? <Sign name="check" /> : null}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
