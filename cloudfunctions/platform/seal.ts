import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
/** The whole tag: Node would take one of four bytes as well, which can be guessed. */
const TAG_BYTES = { authTagLength: 16 }

export interface Sealer {
  /** Seals a text for its place: moved to another document, it does not open. */
  seal(text: string, place: string): string
  /** @throws Error when it was changed, or sealed for another place or by another key */
  unseal(sealed: string, place: string): string
  /** Tells whether two texts are the same without telling what they are. */
  fingerprint(text: string): string
}

/**
 * Seals with a key that is set in the console for one function alone, 32 bytes in base64: whoever reads the database
 * does not have it.
 */
export function sealerOf(variable: string): Sealer {
  const key = (): Buffer => {
    const found = Buffer.from(process.env[variable] ?? '', 'base64')
    if (found.length !== KEY_BYTES) throw new Error(`${variable} must be 32 bytes in base64`)
    return found
  }
  return {
    seal(text, place) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key(), nonce, TAG_BYTES).setAAD(Buffer.from(place))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [nonce, cipher.getAuthTag(), sealed].map(part => part.toString('base64')).join('.')
    },
    unseal(sealed, place) {
      const [nonce, tag, text] = sealed.split('.').map(part => Buffer.from(part, 'base64'))
      if (!nonce || !tag || !text) throw new Error('What is sealed has three parts')
      const decipher = createDecipheriv(ALGORITHM, key(), nonce, TAG_BYTES)
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    },
    fingerprint: text => createHmac('sha256', key()).update(text).digest('hex'),
  }
}
