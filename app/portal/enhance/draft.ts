import type { portalWords } from '../words.ts'
import { buttonOf, wordsOf } from './parts.ts'

type DraftWords = (typeof portalWords)['zh-CN']['report']['draft']

const key = 'linli.report'

// Name and phone are not kept: the next one at this screen may be somebody else.
const names = ['words', 'category', 'division', 'placeText', 'happened'] as const

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

function controlsOf(form: HTMLFormElement): [string, Control][] {
  return names.flatMap((name) => {
    const control = form.elements.namedItem(name)
    return control instanceof HTMLElement ? [[name, control as Control]] : []
  })
}

// Storage may be forbidden or full; then nothing is kept.
function keep(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  } catch {}
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function restore(controls: readonly [string, Control][]): boolean {
  const text = kept()
  if (text === null || controls.some(([, { value }]) => value !== '')) return false
  const values = JSON.parse(text) as Readonly<Record<string, string>>
  for (const [name, control] of controls) control.value = values[name] ?? ''
  return controls.some(([, { value }]) => value !== '')
}

/** Keeps what is being written in this tab, and brings it back into an empty form; gone with the tab. */
export function keepDraft(host: HTMLElement): void {
  const form = host.closest('form')
  if (!form) return
  const words = wordsOf<DraftWords>(host)
  const controls = controlsOf(form)
  if (restore(controls)) {
    host.className = 'notice notice-note'
    const line = document.createElement('p')
    line.textContent = words.restored
    const clear = buttonOf(words.clear, () => {
      for (const [, control] of controls) control.value = ''
      dropDraft()
      host.remove()
      controls[0]?.[1].focus()
    })
    host.append(line, clear)
  }
  form.addEventListener('input', () => {
    const values = Object.fromEntries(controls.map(([name, { value }]) => [name, value]))
    keep(JSON.stringify(values))
  })
}

/** What was sent needs no draft. */
export function dropDraft(): void {
  keep(null)
}
