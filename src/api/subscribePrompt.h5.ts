/// <reference lib="dom" />
import { callerScope } from './transport'

/** A browser has no such prompt: whoever tries the mini program here accepts. */
export async function promptSubscribe(templateIds: string[]): Promise<string[]> {
  return templateIds
}

/** Tells the local cloud's stand-in for WeChat what has been accepted by now, by template id. */
export function afterAccepting(left: Record<string, number>): void {
  for (const [templateId, accepted] of Object.entries(left)) {
    void fetch('/cloud/local/subscriptions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: callerScope(), templateId, accepted }),
    }).catch(() => undefined)
  }
}
