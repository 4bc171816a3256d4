import { sayMoment } from '../screens/say-time.ts'
import type { Tone } from '../screens/tone.ts'
import { useFrame, useTextLanguage } from './frame.ts'

export type Attachment = {
  readonly href: string
  /** Address of a small picture; without it the name is shown. */
  readonly preview?: string
  readonly name: string
}

export type TimelineEntry = {
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  /** "县住建局签收". */
  readonly sentence: string
  readonly tone?: Tone
  /** What somebody wrote, quoted as it is. */
  readonly quote?: string
  /** Anything else to say: reason, who approved, new limit. */
  readonly details?: readonly string[]
  readonly files?: readonly Attachment[]
}

/** What happened, newest first, with who has it: an office, never a person's private data. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { language, now } = useFrame()
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.id} className={entry.tone ? `tone-${entry.tone}` : undefined}>
          <p className="timeline-sentence">{entry.sentence}</p>
          <p className="timeline-at">
            <time dateTime={entry.at}>{sayMoment(entry.at, language, now)}</time>
          </p>
          {entry.quote ? <Quote words={entry.quote} /> : null}
          {entry.details?.map((detail) => (
            <p className="timeline-detail" key={detail}>
              {detail}
            </p>
          ))}
          {entry.files && entry.files.length > 0 ? <Attachments files={entry.files} /> : null}
        </li>
      ))}
    </ol>
  )
}

/** What somebody wrote, as it is, in the language it was written in. */
export function Quote({ words }: { words: string }) {
  return (
    <blockquote className="quote" lang={useTextLanguage()(words)}>
      {words}
    </blockquote>
  )
}

export function Attachments({ files }: { files: readonly Attachment[] }) {
  return (
    <ul className="attachments">
      {files.map((file) => (
        <li key={file.href}>
          <a href={file.href}>
            {file.preview ? (
              <img src={file.preview} alt={file.name} width="96" height="96" loading="lazy" />
            ) : (
              file.name
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
