import { crc32, deflateRawSync } from 'node:zlib'

/** What a directory may claim about an entry, true or not. */
export type ZipEntry = {
  readonly name: string
  readonly content: Uint8Array
  readonly claimedSize?: number
  readonly flags?: number
}

const header = (signature: number, fields: readonly (readonly [bytes: 2 | 4, value: number])[]) => {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0))
  let at = bytes.writeUInt32LE(signature)
  for (const [size, value] of fields) {
    at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at)
  }
  return bytes
}

/** A zip file made by hand (APPNOTE.TXT 6.3.10), so that tests can make wrong ones too. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize, flags = 0 } of entries) {
    const packed = deflateRawSync(content)
    const file = Buffer.from(name)
    const common = [
      [2, 20],
      [2, flags | 0x800],
      [2, 8],
      [4, 0],
      [4, crc32(content)],
      [4, packed.length],
      [4, claimedSize ?? content.length],
      [2, file.length],
      [2, 0],
    ] as const
    const local = Buffer.concat([header(0x04034b50, common), file, packed])
    directory.push(
      header(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
      file,
    )
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const count = entries.length
  const counts = [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, listed.length],
    [4, offset],
    [2, 0],
  ] as const
  return Buffer.concat([...parts, listed, header(0x06054b50, counts)])
}

export type WorkbookParts = {
  /** The XML inside `<sheetData>`, one per sheet. */
  readonly sheets: readonly {
    readonly name: string
    readonly rows: string
    readonly state?: string
  }[]
  /** The XML of the `<si>` elements. */
  readonly texts?: string
  /** Number formats: id and, for a custom one, its code; a cell's `s` counts from 0. */
  readonly formats?: readonly { readonly id: number; readonly code?: string }[]
  readonly from1904?: boolean
  readonly extra?: readonly ZipEntry[]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** The parts of a workbook, written by hand where a library would not write what real files hold. */
export function workbookParts({
  sheets,
  texts = '',
  formats = [],
  from1904,
  extra = [],
}: WorkbookParts): ZipEntry[] {
  const ids = sheets.map((sheet, index) => ({ ...sheet, id: index + 1 }))
  const codes = formats.filter(({ code }) => code !== undefined)
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${ids
      .map(
        ({ id, name, state = 'visible' }) =>
          `<sheet name="${name}" sheetId="${id}" state="${state}" r:id="r${id}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${ids
      .map(({ id }) => `<Relationship Id="r${id}" Target="worksheets/sheet${id}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${codes
      .map(({ id, code = '' }) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs>${formats.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  }
  for (const { id, rows } of ids) {
    files[`xl/worksheets/sheet${id}.xml`] = `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  }
  const entries = Object.entries(files).map(([name, text]) => ({
    name,
    content: Buffer.from(text),
  }))
  return [...entries, ...extra]
}

export const workbookOf = (parts: WorkbookParts) => zipOf(workbookParts(parts))
