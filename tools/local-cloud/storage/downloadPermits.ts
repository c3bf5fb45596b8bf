import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isClosedToClients } from './storageRule'

const SECONDS_DEFAULT = 86_400

/** Addresses that open one file for some time, as the real storage signs them. They end with the process. */
export class DownloadPermits {
  private readonly key = randomBytes(32)

  /** What an address carries after its path; nothing where everybody may read. */
  issue(cloudPath: string, seconds = SECONDS_DEFAULT): string {
    if (!isClosedToClients(cloudPath)) return ''
    const until = Date.now() + seconds * 1_000
    return `?until=${until}&sign=${this.sign(cloudPath, until)}`
  }

  covers(cloudPath: string, query: URLSearchParams): boolean {
    if (!isClosedToClients(cloudPath)) return true
    const until = Number(query.get('until'))
    const expected = Buffer.from(this.sign(cloudPath, until))
    const given = Buffer.from(query.get('sign') ?? '')
    return until > Date.now() && given.length === expected.length && timingSafeEqual(given, expected)
  }

  private sign(cloudPath: string, until: number): string {
    return createHmac('sha256', this.key).update(`${until}:${cloudPath}`).digest('hex')
  }
}
