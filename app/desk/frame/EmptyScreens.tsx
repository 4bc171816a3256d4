import { Button } from '#foundation/desk/parts/Button.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import { useAppWords } from '../app-words.ts'

export function Missing() {
  const { missing } = useAppWords().desk
  return (
    <div className="blank">
      <h1>{missing.title}</h1>
      <p>{missing.detail}</p>
    </div>
  )
}

/** The part of the program the screen needs did not come: another version is served by now, or there is no network. */
const isNotLoaded = (error: unknown) =>
  error instanceof Error && /import(ed|ing)|module script/i.test(error.message)

/** One screen broke; the rail and the other screens still work. What did not load is loaded with the page. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { broken } = useAppWords().desk
  const { again } = useScreenWords()
  return (
    <div className="blank" role="alert">
      <h1>{broken.title}</h1>
      <p>{broken.detail}</p>
      <Button kind="next" onPress={isNotLoaded(error) ? () => location.reload() : reset}>
        {again}
      </Button>
    </div>
  )
}
