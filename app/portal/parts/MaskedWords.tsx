/** A text in pieces; what was hidden in it stands in a piece of its own. */
export type Piece = { readonly text: string; readonly hidden?: string }

/** Words as others will read them, with what was hidden marked and named. */
export function MaskedWords({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) =>
    piece.hidden ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places.
      <mark key={at} className="masked" title={piece.hidden}>
        {piece.text}
        <span className="hidden-text">（{piece.hidden}）</span>
      </mark>
    ) : (
      piece.text
    ),
  )
}
