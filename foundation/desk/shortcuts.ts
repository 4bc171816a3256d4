import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One key and what it does, as long as the part that says so is on the screen. */
export type Shortcut = {
  /** As `KeyboardEvent.key`: 'j', 'Enter', '?', '/'; with control: 'Control+k'. */
  readonly keys: string
  readonly label: string
  readonly run: () => void
  /** Where it works, for the help sheet. */
  readonly group: 'here' | 'list' | 'everywhere'
  /** Why it does nothing now; shown in the help sheet. */
  readonly whyNot?: string | null | undefined
}

const active: Shortcut[] = []
const listeners = new Set<() => void>()
let snapshot: readonly Shortcut[] = []

function changed(): void {
  snapshot = [...active]
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every shortcut of the parts on the screen; the newest of equal keys wins. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(subscribe, () => snapshot)
}

/** Makes a key work while this part is on the screen; `null` for none. */
export function useShortcut(shortcut: Shortcut | null): void {
  const latest = useRef(shortcut)
  latest.current = shortcut
  const { keys, label, group, whyNot } = shortcut ?? {}
  useEffect(() => {
    if (keys === undefined || label === undefined || group === undefined) return
    const entry: Shortcut = { keys, label, group, whyNot, run: () => latest.current?.run() }
    active.push(entry)
    changed()
    return () => {
      active.splice(active.indexOf(entry), 1)
      changed()
    }
  }, [keys, label, group, whyNot])
}

const singleKeysName = 'linli.singleKeys'

/** Single keys can be switched off (WCAG 2.1.4): some speech programs type them by accident. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(singleKeysName) !== 'off'
}

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(singleKeysName)
  else localStorage.setItem(singleKeysName, 'off')
}

/** Where the keys belong to what is being typed or chosen. */
const ownKeys =
  'input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=combobox]'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.closest(ownKeys) !== null && !target.matches('input[type=checkbox], input[type=radio]')
  )
}

function keysOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'Control+' : ''
  return control + (event.key.length === 1 ? event.key.toLowerCase() : event.key)
}

/** Finds what a key press means; null when it means nothing to the desk. */
export function shortcutFor(event: KeyboardEvent, shortcuts: readonly Shortcut[]): Shortcut | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null
  const keys = keysOf(event)
  const withControl = keys.startsWith('Control+')
  if (!withControl && (isTyping(event.target) || !singleKeysOn())) return null
  // A dialog keeps the keyboard to itself.
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]')
  if (dialog && !withControl && !(event.target instanceof Node && dialog.contains(event.target)))
    return null
  // Enter and space belong to the focused button or link.
  if ((keys === 'Enter' || keys === ' ') && event.target instanceof HTMLElement) {
    if (event.target.closest('a, button, summary')) return null
  }
  return shortcuts.findLast((shortcut) => shortcut.keys === keys) ?? null
}

/** Stands once in the frame: the one listener of the desk. */
export function useKeyboard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutFor(event, snapshot)
      if (!shortcut || shortcut.whyNot) return
      event.preventDefault()
      shortcut.run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
