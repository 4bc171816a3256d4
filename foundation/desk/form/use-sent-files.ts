import { useEffect, useRef, useState } from 'react'
import type { ProblemError } from '../ask.ts'
import { newActId } from '../new-act-id.ts'
import { sendFile } from './send-file.ts'

/** A file a form will name: taken by the server already. */
export type KeptFile = { readonly hash: string; readonly name: string }

/** A file on its way, or one that did not get there. */
export type WaitingFile = {
  readonly key: string
  readonly file: File
  readonly trouble: string | null
}

/** Sends files as soon as they are chosen, so that the form itself is sent in a moment. */
export function useSentFiles(
  kept: readonly KeptFile[],
  onKept: (kept: readonly KeptFile[]) => void,
) {
  const [waiting, setWaiting] = useState<readonly WaitingFile[]>([])
  const [pictures, setPictures] = useState<Readonly<Record<string, string>>>({})
  const latest = useRef({ kept, onKept })
  latest.current = { kept, onKept }
  const stop = useRef(new AbortController())
  useEffect(() => {
    stop.current = new AbortController()
    return () => stop.current.abort()
  }, [])
  usePicturesFreed(pictures)

  const leave = (key: string) => setWaiting((list) => list.filter((one) => one.key !== key))
  const send = async ({ key, file }: WaitingFile) => {
    const { signal } = stop.current
    setWaiting((list) => list.map((one) => (one.key === key ? { ...one, trouble: null } : one)))
    try {
      const { hash } = await sendFile(file, signal)
      leave(key)
      if (file.type.startsWith('image/')) {
        setPictures((seen) => ({ ...seen, [hash]: seen[hash] ?? URL.createObjectURL(file) }))
      }
      const { kept: before, onKept: tell } = latest.current
      // The same picture twice is one picture.
      if (!before.some((one) => one.hash === hash)) tell([...before, { hash, name: file.name }])
    } catch (error) {
      if (signal.aborted) return
      const trouble = (error as ProblemError).detail ?? String(error)
      setWaiting((list) => list.map((one) => (one.key === key ? { ...one, trouble } : one)))
    }
  }
  return {
    waiting,
    /** Addresses of the pictures chosen since the page was opened, by hash. */
    pictures,
    /** Some file has neither arrived nor failed. */
    busy: waiting.some(({ trouble }) => trouble === null),
    add: (files: Iterable<File>) => {
      const chosen = [...files].map((file) => ({ key: newActId(), file, trouble: null }))
      setWaiting((list) => [...list, ...chosen])
      for (const one of chosen) void send(one)
    },
    again: (one: WaitingFile) => void send(one),
    leave,
    remove: (hash: string) => onKept(kept.filter((one) => one.hash !== hash)),
  }
}

function usePicturesFreed(pictures: Readonly<Record<string, string>>): void {
  const latest = useRef(pictures)
  latest.current = pictures
  useEffect(
    () => () => {
      for (const address of Object.values(latest.current)) URL.revokeObjectURL(address)
    },
    [],
  )
}

export type SentFiles = ReturnType<typeof useSentFiles>
