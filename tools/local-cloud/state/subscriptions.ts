import path from 'node:path'
import { JsonFile } from './jsonFile'

/**
 * How many one-time subscribe messages each person still accepts of each template. On a phone WeChat's own
 * prompt fills this ledger; here the door `/local/subscriptions` does.
 */
export class Subscriptions {
  private readonly file: JsonFile<Record<string, number>>
  private readonly accepted: Record<string, number>

  constructor(dataDir: string) {
    this.file = new JsonFile(path.join(dataDir, 'subscriptions.json'), {})
    this.accepted = this.file.read()
  }

  set(openid: string, templateId: string, accepted: number): void {
    this.accepted[key(openid, templateId)] = accepted
    this.file.write(this.accepted)
  }

  left(openid: string, templateId: string): number {
    return this.accepted[key(openid, templateId)] ?? 0
  }

  /** Uses up one acceptance; false when none is left. */
  take(openid: string, templateId: string): boolean {
    const left = this.left(openid, templateId)
    if (left < 1) return false
    this.set(openid, templateId, left - 1)
    return true
  }
}

function key(openid: string, templateId: string): string {
  return `${openid} ${templateId}`
}
