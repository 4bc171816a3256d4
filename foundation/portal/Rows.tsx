import type { ReactNode } from 'react'
import { Marked, type MarkedParts } from '../screens/Marked.tsx'
import { Toned } from '../screens/Toned.tsx'
import type { Tone } from '../screens/tone.ts'
import { useTextLanguage } from './frame.ts'

export type RowView = {
  readonly href: string
  readonly title: string
  /** The title with what was looked for set apart. */
  readonly titleParts?: MarkedParts
  /** Where else it stands, each with the name of the part: words, reply. */
  readonly excerpts?: readonly { readonly name: string; readonly parts: MarkedParts }[]
  /** Place, kind, day: short words in one line. */
  readonly about: readonly string[]
  readonly state?: { readonly tone: Tone; readonly word: string }
  readonly more?: ReactNode
}

/** A list of things with a page each. */
export function Rows({ rows }: { rows: readonly RowView[] }) {
  const languageOf = useTextLanguage()
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.href}>
          <a className="rows-title" href={row.href} lang={languageOf(row.title)}>
            {row.titleParts ? (
              <span>
                <Marked parts={row.titleParts} />
              </span>
            ) : (
              row.title
            )}
          </a>
          <p className="rows-about">
            {row.state ? <Toned tone={row.state.tone} words={row.state.word} /> : null}
            {row.about.map((word) => (
              <span key={word} lang={languageOf(word)}>
                {word}
              </span>
            ))}
          </p>
          {row.excerpts?.map(({ name, parts }) => (
            <p key={name} className="rows-excerpt" lang={languageOf(textOf(parts))}>
              <span className="rows-part">{name}</span> <Marked parts={parts} />
            </p>
          ))}
          {row.more}
        </li>
      ))}
    </ul>
  )
}

const textOf = (parts: MarkedParts) => parts.map(({ text }) => text).join('')
