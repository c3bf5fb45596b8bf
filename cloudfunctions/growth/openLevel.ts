import { badgesOf } from '@domain/growth/badges'
import { growth } from '@domain/growth/contract'
import { yearOfService } from '@domain/identity/yearOfService'
import { handleWith } from '@platform/context'
import { eventsAttended } from '../booking/public'
import { accountAlong, accountFrom } from '../coin/public'
import { hasFeaturedPost } from '../forum/public'
import { streakAlong } from './public'

const along = () => ({ account: accountAlong(), streak: streakAlong() })

export const openLevel = handleWith(growth.openLevel, along, async ({ employee, now }, _input, found) => {
  const [featured, attended] = await Promise.all([hasFeaturedPost(employee.id), eventsAttended(employee.id)])
  const streak = found.streak[0] ?? null
  return {
    experience: accountFrom(employee.id, found.account[0] ?? null).experience,
    badges: badgesOf({
      yearsServed: yearOfService(employee.joinedOn, now) - 1,
      featuredPosts: featured ? 1 : 0,
      longestStreak: streak?.longest ?? 0,
      eventsAttended: attended,
    }),
    total: streak?.total ?? 0,
    now,
  }
})
