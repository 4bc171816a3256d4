import { useWords } from '#foundation/portal/frame.ts'
import { portalWords } from '../words.ts'

/** Where a script says that it makes the photos of this form smaller (enhance/photos.ts); empty without one. */
export function PhotoShrinker() {
  const words = useWords(portalWords).report.photo
  return <div data-enhance="photos" data-words={JSON.stringify(words)} />
}
