/** A text in pieces, in order: what was looked for, and what stands between. */
export type MarkedParts = readonly { readonly text: string; readonly hit: boolean }[]

/** A text with what was looked for set apart. */
export function Marked({ parts }: { parts: MarkedParts }) {
  return parts.map(({ text, hit }, at) =>
    hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places.
      <mark key={at} className="hit">
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
