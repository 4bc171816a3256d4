/** The two languages of the product. Chinese is the source; English must have every text or it does not compile. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** A catalogue: texts, or groups of texts. `{name}` in a text is filled by `fill`. */
export type Catalogue = { readonly [key: string]: string | Catalogue }

/** The shape another language must satisfy: the same keys, any text. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

/** Puts values into `{placeholders}`; an unknown placeholder stays visible, so that it is noticed. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : String(value)
  })
}

/** Finds a text by dotted path; undefined when the catalogue has none. */
export function findText(catalogue: Catalogue, path: string): string | undefined {
  let here: string | Catalogue | undefined = catalogue
  for (const step of path.split('.')) {
    if (here === undefined || typeof here === 'string') return undefined
    here = here[step]
  }
  return typeof here === 'string' ? here : undefined
}

/** True for a language the product speaks. */
export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}
