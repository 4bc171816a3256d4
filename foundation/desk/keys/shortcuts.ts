import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'

/** One key and what it does, as long as the part that says so is on the screen. */
export type Shortcut = {
  /**
   * As `KeyboardEvent.key`: 'j', 'Enter', '?', '/', 'F2'; with control: 'Control+k'; a digit with alt: 'Alt+1'.
   * Function keys, Control and Alt work while something is being typed.
   */
  readonly keys: string
  readonly label: string
  readonly run: () => void
  /** Where it works, for the help sheet. */
  readonly group: 'here' | 'list' | 'everywhere'
  /** Why it does nothing now; shown in the help sheet. */
  readonly whyNot?: string | null | undefined
}

type Entry = Shortcut & { readonly inDialog: boolean }

/** True for parts inside a dialog: while it is open, only their keys work. */
export const InsideDialog = createContext(false)

const active: Entry[] = []
const listeners = new Set<() => void>()
let snapshot: readonly Entry[] = []

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
  const inDialog = useContext(InsideDialog)
  const { keys, label, group, whyNot } = shortcut ?? {}
  useEffect(() => {
    if (keys === undefined || label === undefined || group === undefined) return
    const run = () => latest.current?.run()
    const entry: Entry = { keys, label, group, whyNot, run, inDialog }
    active.push(entry)
    changed()
    return () => {
      active.splice(active.indexOf(entry), 1)
      changed()
    }
  }, [keys, label, group, whyNot, inDialog])
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

/** Where the keys belong to what is being typed or chosen; a form may keep them all, marked `data-keys="own"`. */
const ownKeys =
  'input, textarea, select, [contenteditable], [role=listbox], [role=menu], [role=combobox]'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[data-keys=own]')) return true
  return (
    target.closest(ownKeys) !== null && !target.matches('input[type=checkbox], input[type=radio]')
  )
}

/** Alt with a digit is known by the key's place: on a Mac it types a sign of its own. */
function keysOf(event: KeyboardEvent): string {
  const digit = event.altKey ? /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] : undefined
  if (digit !== undefined) return `Alt+${digit}`
  const control = event.ctrlKey || event.metaKey ? 'Control+' : ''
  return control + (event.key.length === 1 ? event.key.toLowerCase() : event.key)
}

/** Keys that type nothing, so that they may work everywhere. */
const typesNothing = /^(Control\+.+|Alt\+\d|F\d{1,2})$/

/** Finds what a key press means; null when it means nothing to the desk. */
export function shortcutFor(event: KeyboardEvent, shortcuts: readonly Entry[]): Shortcut | null {
  const keys = keysOf(event)
  if (event.defaultPrevented || event.isComposing) return null
  if (event.altKey && !keys.startsWith('Alt+')) return null
  const anywhere = typesNothing.test(keys)
  if (!anywhere && (isTyping(event.target) || !singleKeysOn())) return null
  // A dialog keeps the keyboard to itself, save for what works everywhere.
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]:not(.toast)')
  const reachable = dialog
    ? shortcuts.filter(({ inDialog, group }) => inDialog || (anywhere && group === 'everywhere'))
    : shortcuts
  // Enter and space belong to the focused button or link.
  if ((keys === 'Enter' || keys === ' ') && event.target instanceof HTMLElement) {
    if (event.target.closest('a, button, summary')) return null
  }
  return reachable.findLast((shortcut) => shortcut.keys === keys) ?? null
}

/**
 * Stands once in the frame: the one listener of the desk. Keys that type nothing are heard before the part they are
 * pressed in, which may take Enter for itself; all others after it.
 */
export function useKeyboard(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent, early: boolean) => {
      if (typesNothing.test(keysOf(event)) !== early) return
      const shortcut = shortcutFor(event, snapshot)
      if (!shortcut || shortcut.whyNot) return
      event.preventDefault()
      if (early) event.stopPropagation()
      shortcut.run()
    }
    const before = (event: KeyboardEvent) => hear(event, true)
    const after = (event: KeyboardEvent) => hear(event, false)
    document.addEventListener('keydown', before, true)
    document.addEventListener('keydown', after)
    return () => {
      document.removeEventListener('keydown', before, true)
      document.removeEventListener('keydown', after)
    }
  }, [])
}
