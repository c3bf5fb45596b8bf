import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Permits to upload to one path, as the real storage signs them. They end with the process. */
export class UploadPermits {
  private readonly key = randomBytes(32)

  issue(cloudPath: string): string {
    return createHmac('sha256', this.key).update(cloudPath).digest('hex')
  }

  covers(permit: string, cloudPath: string): boolean {
    const expected = Buffer.from(this.issue(cloudPath))
    const given = Buffer.from(permit)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
}
