import { identity } from '@domain/identity/contract'
import { REBIND_NEWS_MS } from '@domain/identity/registration'
import { _ } from '@platform/cloud'
import { handle } from '@platform/context'
import { askedId, attempts, rebinds } from './store'

/**
 * By when the account last asked, what was decided about it since and whether it was left for another one, and by nothing
 * else: whether what it asked was set down makes no difference.
 */
export const openMyRebind = handle(identity.openMyRebind, async ({ openid, caller, now }) => {
  if (caller.standing !== 'stranger')
    return { state: caller.standing === 'employee' ? ('bound' as const) : ('none' as const), reason: null }
  const [asked, [decided]] = await Promise.all([
    attempts.get(askedId(openid)),
    rebinds.find({
      where: { openid, 'decision.at': _.gt(now - REBIND_NEWS_MS) },
      orderBy: [['decision.at', 'desc']],
      limit: 1,
    }),
  ])
  const askedAt = asked?.attempts.at(-1)?.at ?? 0
  const movedAt = asked?.movedAt ?? 0
  const decision = decided?.state === 'refused' ? decided.decision : null
  if (decision && decision.at >= askedAt && decision.at > movedAt)
    return { state: 'refused' as const, reason: decision.reason }
  if (movedAt > 0) return { state: 'moved' as const, reason: null }
  return { state: asked ? ('waiting' as const) : ('none' as const), reason: null }
})
