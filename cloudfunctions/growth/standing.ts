import { type BadgeStanding, badgesOf } from '@domain/growth/badges'
import { yearOfService } from '@domain/identity/yearOfService'
import type { Instant } from '@domain/kernel/time'
import type { Employee } from '@platform/context'
import { eventsAttended } from '../booking/public'
import { hasFeaturedPost } from '../forum/public'
import type { StreakDocument } from './store'

/** Which badges somebody has, and how far the others have come. Two requests, at once. */
export async function badgesOfEmployee(
  { id, joinedOn }: Pick<Employee, 'id' | 'joinedOn'>,
  streak: StreakDocument | null,
  now: Instant,
): Promise<BadgeStanding[]> {
  const [featured, attended] = await Promise.all([hasFeaturedPost(id), eventsAttended(id)])
  return badgesOf({
    yearsServed: yearOfService(joinedOn, now) - 1,
    featuredPosts: featured ? 1 : 0,
    longestStreak: streak?.longest ?? 0,
    eventsAttended: attended,
  })
}
