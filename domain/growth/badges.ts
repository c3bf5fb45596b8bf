/** What badges are given for; each is counted from what the rooms keep anyway. */
export interface BadgeFacts {
  /** Whole years since the day of joining the company. */
  yearsServed: number
  /** Standing posts of one's own that moderators have featured; counted up to 1. */
  featuredPosts: number
  /** The most days in a row with a check-in. */
  longestStreak: number
  /** Events that one was checked in at; counted up to 99. */
  eventsAttended: number
}

interface BadgeRule {
  name: string
  /** In words, for whoever wants to know how it is won. */
  definition: string
  fact: keyof BadgeFacts
  atLeast: number
  unit: string
}

/** The badges, in the order in which they are shown. */
export const badgeRules = {
  anniversary: {
    name: '入职周年',
    definition: '入职满一年那天得到',
    fact: 'yearsServed',
    atLeast: 1,
    unit: '年',
  },
  featured: {
    name: '首篇精华',
    definition: '有一篇帖子被版主选为精华',
    fact: 'featuredPosts',
    atLeast: 1,
    unit: '篇',
  },
  steady: {
    name: '连续签到 30 天',
    definition: '一天不落签到 30 天；断过也算，只看最长的一次',
    fact: 'longestStreak',
    atLeast: 30,
    unit: '天',
  },
  joiner: {
    name: '满 10 场活动',
    definition: '到场签到过 10 场协会活动',
    fact: 'eventsAttended',
    atLeast: 10,
    unit: '场',
  },
} as const satisfies Record<string, BadgeRule>

export type BadgeName = keyof typeof badgeRules
export const badgeNames = Object.keys(badgeRules) as [BadgeName, ...BadgeName[]]

export interface BadgeStanding {
  badge: BadgeName
  held: boolean
  /** How far it has come, up to what it takes. */
  reached: number
}

/** Which badges somebody has, by the facts. */
export function badgesOf(facts: BadgeFacts): BadgeStanding[] {
  return badgeNames.map(badge => {
    const { fact, atLeast } = badgeRules[badge]
    const reached = Math.min(atLeast, facts[fact])
    return { badge, held: reached >= atLeast, reached }
  })
}
