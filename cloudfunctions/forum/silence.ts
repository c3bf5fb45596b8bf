import { appealUntil } from '@domain/forum/appeal'
import { OFFENCE_MS } from '@domain/forum/review'
import type { Silence } from '@domain/forum/views'
import type { Instant } from '@domain/kernel/time'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import type * as z from 'zod'
import { mutesOf } from '../access/public'
import { reviews } from './store'

const OFFENCES_MAX = 99

/**
 * Until when the caller may publish nothing, and by which decision of moderators or of HR; null: they may. No request,
 * one for whoever is silent, three where it was HR.
 */
export async function silenceOf({
  employee: { id, mutedUntil },
  now,
}: Pick<EmployeeContext, 'employee' | 'now'>): Promise<z.output<typeof Silence> | null> {
  if (mutedUntil === null || now >= mutedUntil) return null
  const offences = await reviews.find({
    where: { 'author.employeeId': id, offenceAt: _.gt(now - OFFENCE_MS) },
    orderBy: [['offenceAt', 'desc']],
    limit: OFFENCES_MAX,
  })
  const review = offences.find(({ decision }) => decision?.mutedUntil === mutedUntil)
  const reason = review?.decision ? review.decision.reason : await reasonOfMute(id, mutedUntil, now)
  const appealEnd = review ? appealUntil(review) : null
  return {
    until: mutedUntil,
    reason,
    reviewId: review?._id ?? null,
    appealable: appealEnd !== null && now < appealEnd,
  }
}

/** What HR has said for it on the member's page; null: nothing is on record. */
async function reasonOfMute(employeeId: string, mutedUntil: Instant, now: Instant): Promise<string | null> {
  const mutes = await mutesOf(employeeId, now - OFFENCE_MS)
  return mutes.find(mute => mute.mutedUntil === mutedUntil)?.reason ?? null
}
