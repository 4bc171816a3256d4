/** What grouping is told of one matter. Whatever is unknown is null, and then says neither yes nor no. */
export type HotMatter = {
  readonly id: string
  /** Who speaks: the same for everything one resident sends, by whatever way. Only ever compared, never shown. */
  readonly voice: string
  /** When it was received, in milliseconds. */
  readonly at: number
  readonly headline: string
  readonly words: string
  /** How many others have said "me too" without writing: likes, joined voices. */
  readonly support: number
  /** The branch of the category tree it hangs on. */
  readonly branch: string | null
  /** Code of the village or community; its first nine digits are the township (GB/T 10114). */
  readonly division: string | null
  readonly lon: number | null
  readonly lat: number | null
}

/** A matter of which nothing is known but its words. */
export const bareMatter = {
  support: 0,
  branch: null,
  division: null,
  lon: null,
  lat: null,
} as const
