import type { EmployeeDocument } from '../../cloudfunctions/identity/store'
import { PRIVACY_VERSION } from '../../domain/identity/privacy'
import { chanceOf } from './chance'
import { addPost, type Talk } from './forum'
import type { World } from './world'

/** Its own, so that the rest of the world falls as it did before. */
const SEED = 2718

/** How many days ago each of them registered: some every month, so that cohorts and the first week have somebody. */
const registeredDaysAgo = [
  112, 108, 101, 97, 93, 88, 80, 76, 71, 66, 60, 54, 49, 45, 41, 38, 34, 31, 27, 22, 17, 13, 10, 6,
]

/** What they say of themselves; what is newer than the talk of the last days would stand in its way. */
const introductions = [
  ['刚登记，报个到', '我是{department}的，第一次上来看看，请多关照。'],
  ['{site}的新面孔', '在{department}，想先加个跑步的协会，有推荐吗？'],
  ['终于登记上了', '同事一直说这里有班车时刻，来晚了。'],
  ['请问食堂几号窗口排得短', '{department}的，中午只有半小时。'],
  ['第一篇，先占个座', '平时在{site}，喜欢拍照。'],
] as const
const INTRODUCED_EVERY = 3
const NEWEST_DAYS_AGO = 9

/** With one of these its department would have the five that it takes to be shown alone, in the midst of a month. */
const NEARLY_SHOWN = '质量'

/** The last of the roster, who have registered while figures were counted. */
function newcomersOf({ roster, calendar }: World): EmployeeDocument[] {
  const others = roster.filter(({ department }) => department !== NEARLY_SHOWN)
  return others.slice(-registeredDaysAgo.length).map((employee, index) => ({
    ...employee,
    openid: `demo-newcomer-${String(index + 1).padStart(2, '0')}`,
    boundAt: calendar.at(registeredDaysAgo[index] ?? 0, `8:${String(10 + index).padStart(2, '0')}`),
    agreedPrivacyVersion: PRIVACY_VERSION,
  }))
}

/** The roster as it is in the end. */
export function withNewcomers(
  roster: readonly EmployeeDocument[],
  newcomers: readonly EmployeeDocument[],
): EmployeeDocument[] {
  const byId = new Map(newcomers.map(one => [one._id, one]))
  return roster.map(employee => byId.get(employee._id) ?? employee)
}

/** Who registered meanwhile; every third of them writes something on the day after. */
export function introduce(world: World, talk: Talk): EmployeeDocument[] {
  const newcomers = newcomersOf(world)
  const chance = chanceOf(SEED)
  newcomers.forEach((author, index) => {
    const daysAgo = (registeredDaysAgo[index] ?? 0) - 1
    if (index % INTRODUCED_EVERY !== 0 || daysAgo < NEWEST_DAYS_AGO) return
    const [title, body] = chance.pick(introductions)
    const fill = (words: string) =>
      words.replace('{department}', author.department).replace('{site}', author.site)
    const at = world.calendar.at(daysAgo, `12:${String(20 + index).padStart(2, '0')}`)
    addPost({ ...world, chance }, talk, { board: 'chat', title: fill(title), body: fill(body), author, at })
  })
  return newcomers
}
