import { useFrame } from '#foundation/portal/frame.ts'

/** A sentence with the desk's number in it, `{phone}`, to be tapped. */
export function DeskPhone({ sentence }: { sentence: string }) {
  const { number } = useFrame().phone
  const [before, after] = sentence.split('{phone}')
  return (
    <>
      {before}
      <a className="phone" href={`tel:${number.replaceAll('-', '')}`}>
        {number}
      </a>
      {after}
    </>
  )
}
