import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12

/** Set in the console for this function alone, 32 bytes in base64; whoever reads the database does not have it. */
function key(): Buffer {
  const found = Buffer.from(process.env.MALL_CODE_KEY ?? '', 'base64')
  if (found.length !== KEY_BYTES) throw new Error('MALL_CODE_KEY must be 32 bytes in base64')
  return found
}

/** Seals a text for its place: moved to another document, it does not open. */
export function seal(text: string, place: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key(), nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), sealed].map(part => part.toString('base64')).join('.')
}

/** @throws Error when it was changed, or sealed for another place or by another key */
export function unseal(sealed: string, place: string): string {
  const [nonce, tag, text] = sealed.split('.').map(part => Buffer.from(part, 'base64'))
  if (!nonce || !tag || !text) throw new Error('What is sealed has three parts')
  const decipher = createDecipheriv(ALGORITHM, key(), nonce).setAAD(Buffer.from(place)).setAuthTag(tag)
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
}

/** Tells whether two texts are the same without telling what they are. */
export function fingerprint(text: string): string {
  return createHmac('sha256', key()).update(text).digest('hex')
}
