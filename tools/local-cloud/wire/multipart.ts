import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'

/** The fields of a multipart body; those sent as octets are buffers, the others strings. */
export function readForm(request: IncomingMessage, body: Buffer): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, unknown> = {}
    const parser = busboy({ headers: request.headers })
    parser.on('field', (name, value) => {
      fields[name] = value
    })
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        fields[name] = Buffer.concat(chunks)
      })
    })
    parser.on('close', () => resolve(fields))
    parser.on('error', reject)
    parser.end(body)
  })
}
