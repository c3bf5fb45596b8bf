import { type Instant, MINUTE_MS } from '@domain/kernel/time'
import { sealerOf } from '@platform/seal'

/*
 * Whoever opened a broadcast was let in by a call that asked who they are. For a quarter of an hour a pass proves that,
 * so that what is asked every few seconds by thousands reads nobody's document: it says which broadcast, for which
 * WeChat account and until when, under the key of this function. See docs/decisions/0051-watching-together.md.
 */

const { fingerprint, seal, unseal } = sealerOf('LIVE_KEY')

/** Three times as long as a phone waits until it says again that it is there, and gets a new one. */
const LIFE_MS = 15 * MINUTE_MS

function markOf(broadcastId: string, openid: string, until: Instant): string {
  return fingerprint(`pass/${broadcastId}/${openid}/${until}`)
}

export function passFor(broadcastId: string, openid: string, now: Instant): string {
  const until = now + LIFE_MS
  return [broadcastId, until, markOf(broadcastId, openid, until)].join('~')
}

/** Which broadcast a pass is for; null: it is over, made up, or somebody else's. */
export function broadcastOf(pass: string, openid: string, now: Instant): string | null {
  const [broadcastId = '', end = '', mark = ''] = pass.split('~')
  const until = Number(end)
  return until > now && mark === markOf(broadcastId, openid, until) ? broadcastId : null
}

/** What no draw may show before its time lies under the same key. */
export { seal, unseal }
