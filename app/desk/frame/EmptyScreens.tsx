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

/** One screen broke; the rail and the other screens still work. */
export function Broken({ reset }: { reset: () => void }) {
  const { broken } = useAppWords().desk
  const { again } = useScreenWords()
  return (
    <div className="blank" role="alert">
      <h1>{broken.title}</h1>
      <p>{broken.detail}</p>
      <Button kind="next" onPress={reset}>
        {again}
      </Button>
    </div>
  )
}
