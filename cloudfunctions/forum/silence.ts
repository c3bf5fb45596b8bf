import { appealUntil } from '@domain/forum/appeal'
import { OFFENCE_MS } from '@domain/forum/review'
import type { Silence } from '@domain/forum/views'
import { _ } from '@platform/cloud'
import type { EmployeeContext } from '@platform/context'
import type * as z from 'zod'
import { reviews } from './store'

const OFFENCES_MAX = 99

/**
 * Until when the caller may publish nothing, and by which decision; null: they may. No request, one for whoever is
 * silent.
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
  const appealEnd = review ? appealUntil(review) : null
  return {
    until: mutedUntil,
    reason: review?.decision?.reason ?? null,
    reviewId: review?._id ?? null,
    appealable: appealEnd !== null && now < appealEnd,
  }
}
