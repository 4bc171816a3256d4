import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'

/** What a reader of XML wants to hear. Names come without their prefix: some writers say `x:row` for `row`. */
export type XmlListener = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece and yields after each, so that the listener's harvest can be handed on. Throws when the XML
 * is not well formed. A document type is refused: no part of a workbook has one, and it is where entity bombs live.
 */
export async function* listenTo(stream: Readable, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false })
  parser.on('doctype', () => {
    throw new Error('document type')
  })
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {}
    for (const [name, value] of Object.entries(tag.attributes))
      attributes[local(name)] = value as string
    listener.open(local(tag.name), attributes)
  })
  parser.on('closetag', (tag) => listener.close(local(tag.name)))
  parser.on('text', (text) => listener.text(text))
  const decoder = new TextDecoder()
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

/** Reads a whole XML part. */
export async function hear(stream: Readable, listener: XmlListener): Promise<void> {
  for await (const _ of listenTo(stream, listener)) {
    // The listener gathers.
  }
}
