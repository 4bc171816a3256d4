import { useScreenWords } from './frame.ts'

type PagerProps = {
  /** Addresses carry the key of the first or last row (keyset), so a page stays right while rows are added. */
  newer?: string | null
  older?: string | null
}

export function Pager({ newer, older }: PagerProps) {
  const words = useScreenWords()
  if (!newer && !older) return null
  return (
    <nav className="pager" aria-label={words.pages}>
      {newer ? (
        <a href={newer} rel="prev">
          <span aria-hidden="true">← </span>
          {words.newer}
        </a>
      ) : (
        <span />
      )}
      {older ? (
        <a href={older} rel="next">
          {words.older}
          <span aria-hidden="true"> →</span>
        </a>
      ) : null}
    </nav>
  )
}
