import { useState } from 'react'
import { Checkbox } from '../parts/Checkbox.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { KeyCap } from '../parts/KeyCap.tsx'
import { useScreenWords } from '../setting.ts'
import { singleKeysOn, switchSingleKeys, useActiveShortcuts, useShortcut } from './shortcuts.ts'

const groups = ['here', 'list', 'everywhere'] as const

/** `?` shows what the keys do on this very screen, and lets single keys be switched off. */
export function KeySheet({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const { keys } = useScreenWords()
  const shortcuts = useActiveShortcuts()
  const [single, setSingle] = useState(singleKeysOn)
  useShortcut({ keys: '?', label: keys.help, group: 'everywhere', run: () => onOpen(true) })
  return (
    <Dialog title={keys.title} open={open} onClose={() => onOpen(false)}>
      {groups.map((group) => {
        const rows = shortcuts.filter((shortcut) => shortcut.group === group)
        if (rows.length === 0) return null
        return (
          <section className="key-group" key={group}>
            <h3>{keys[group]}</h3>
            <dl>
              {rows.map((row) => (
                <div key={`${row.keys} ${row.label}`}>
                  <dt>
                    <kbd>
                      <span className="hidden-text">{row.keys}</span>
                      <KeyCap keys={row.keys} />
                    </kbd>
                  </dt>
                  <dd>
                    {row.label}
                    {row.whyNot ? <span className="off-reason">{row.whyNot}</span> : null}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
      <Checkbox
        label={keys.single}
        hint={keys.singleHint}
        checked={single}
        onChange={(on) => {
          switchSingleKeys(on)
          setSingle(on)
        }}
      />
    </Dialog>
  )
}
