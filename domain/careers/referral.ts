import { DAY_MS, type Instant } from '../kernel/time'

/** The first colleague whom a friend has agreed with stays theirs for so long, for every position. */
export const HOLD_DAYS = 90
/** A share card leads to whoever shared it for so long. */
export const SHARE_LIFE_DAYS = 90
/** A person recommends so many in 24 hours: whoever tries out numbers learns little. */
export const REFERRALS_A_DAY = 10

export const relations = ['colleague', 'classmate', 'friend'] as const
export type Relation = (typeof relations)[number]
export const relationNames: Record<Relation, string> = {
  colleague: '以前同事',
  classmate: '同学',
  friend: '朋友',
}

/**
 * What a friend agrees to, as whoever recommends them has to tell it. Another text is another version: it has to be
 * agreed to anew, and each referral keeps the text that was agreed to.
 */
export const consent = {
  version: 2,
  text: '朋友知道并同意：我把姓名、手机号和附上的简历交给公司招聘，只用于这次和半年内的招聘联系；招聘结束 90 天后删除，随时可以让我或招聘同事提前删掉。',
} as const

/** Whose friend somebody is. The key is a fingerprint of the number, never the number. */
export interface Claim {
  referrerId: string
  until: Instant
  /** For which positions they were recommended and not taken back. */
  positionIds: readonly string[]
}

export type ClaimAnswer = 'granted' | 'another' | 'twice'

/** Whether somebody may recommend this friend for a position: first with consent wins, for `HOLD_DAYS`. */
export function decideClaim(
  claim: Claim | null,
  asked: { referrerId: string; positionId: string; now: Instant },
): ClaimAnswer {
  if (claim === null || claim.until <= asked.now) return 'granted'
  if (claim.referrerId !== asked.referrerId) return 'another'
  return claim.positionIds.includes(asked.positionId) ? 'twice' : 'granted'
}

/** The claim after a referral: it is held from the first consent on, and no longer for a second position. */
export function claimAfter(
  claim: Claim | null,
  asked: { referrerId: string; positionId: string; now: Instant },
): Claim {
  const { referrerId, positionId, now } = asked
  if (claim === null || claim.until <= now || claim.referrerId !== referrerId)
    return { referrerId, until: now + HOLD_DAYS * DAY_MS, positionIds: [positionId] }
  return { ...claim, positionIds: [...claim.positionIds, positionId] }
}

/** The claim once one referral is taken back, or null: then the friend is free for anybody. */
export function claimWithout(claim: Claim, positionId: string): Claim | null {
  const positionIds = claim.positionIds.filter(id => id !== positionId)
  return positionIds.length === 0 ? null : { ...claim, positionIds }
}

/**
 * When somebody has recommended friends in the 24 hours up to now, with one more now.
 * @returns null: they have done so as often as they may
 */
export function referralsAfter(before: readonly Instant[], now: Instant): Instant[] | null {
  const today = before.filter(at => now - at < DAY_MS)
  return today.length < REFERRALS_A_DAY ? [...today, now] : null
}

/** 徐朗 is 徐*: enough for whoever knows them. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}

/** Whether a share still counts for whoever shared. */
export function shareCounts({ sharedAt, now }: { sharedAt: Instant; now: Instant }): boolean {
  return now - sharedAt <= SHARE_LIFE_DAYS * DAY_MS
}
