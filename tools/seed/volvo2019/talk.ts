import type { PostDocument } from '../../../cloudfunctions/forum/store'
import type { EmployeeDocument } from '../../../cloudfunctions/identity/store'
import { heatKeyOf } from '../../../domain/forum/heat'
import { topicIdOf } from '../../../domain/forum/topics'
import { MINUTE_MS, startOfDay } from '../../../domain/kernel/time'
import type { Chance } from '../chance'
import type { Deed } from '../ledger'
import { personOf } from '../people'
import { days, livelinessOf, POSTS, POSTS_STANDING, rhythmOf, sharedOut } from './calendar'
import { registeredBefore } from './visits'

const TOPICS = ['露营清单', '班车', '食堂', '新款 XC90', '亲子', '跑步', '摄影', '篮球'] as const
const TITLES = [
  '周末去哪儿',
  '食堂新菜试过了',
  '班车上看到的日出',
  'XC90 试驾感受',
  '孩子第一次来工厂',
  '跑步打卡',
] as const
/** Of those that do not count among the posts of colleagues, so many were said by an account; the rest were removed. */
const BY_ACCOUNT = 0.85

/** 24,238 posts, 22,880 of them by colleagues and still standing; what those earned. */
export function talkOf(
  roster: readonly EmployeeDocument[],
  draw: (registered: number) => EmployeeDocument,
  chance: Chance,
): { posts: PostDocument[]; deeds: Deed[] } {
  const weights = days.map(livelinessOf)
  const standing = sharedOut(POSTS_STANDING, weights)
  const others = sharedOut(POSTS - POSTS_STANDING, weights)
  const posts: PostDocument[] = []
  for (const [index, on] of days.entries()) {
    const registered = registeredBefore(roster, startOfDay(on) + 24 * 60 * MINUTE_MS)
    const count = (standing[index] as number) + (others[index] as number)
    for (let number = 0; number < count; number += 1) {
      const kind =
        number < (standing[index] as number) ? 'own' : chance.next() < BY_ACCOUNT ? 'account' : 'removed'
      posts.push(postOf(draw(registered), momentOn(on, chance), kind, chance))
    }
  }
  const deeds = posts
    .filter(({ state, voice }) => state === 'live' && !voice)
    .map(({ _id, author, title, postedAt }) => ({
      kind: 'earn' as const,
      reason: 'forum.post' as const,
      at: postedAt,
      employeeId: author.employeeId,
      sourceId: _id,
      title,
      subject: { kind: 'post' as const, id: _id },
    }))
  return { posts, deeds }
}

/** Posts are written when people are there. */
function momentOn(on: string, chance: Chance): number {
  const rhythm = rhythmOf(on)
  const most = Math.max(...rhythm)
  for (;;) {
    const slot = chance.whole(0, rhythm.length - 1)
    if (chance.next() * most < (rhythm[slot] as number))
      return startOfDay(on) + Math.floor((slot * 30 + chance.next() * 29) * MINUTE_MS)
  }
}

function postOf(
  author: EmployeeDocument,
  postedAt: number,
  kind: 'own' | 'account' | 'removed',
  chance: Chance,
): PostDocument {
  const _id = chance.id(postedAt)
  const name = chance.pick(TOPICS)
  const title = chance.pick(TITLES)
  const facts = { likes: 0, comments: 0, favourites: 0, postedAt }
  return {
    _id,
    author: { ...personOf(author), official: false },
    ...(kind === 'account' ? { voice: { accountId: 'gonghui', name: '工会' } } : {}),
    boardId: 'life',
    title,
    body: `#${name}# ${title}`,
    state: kind === 'removed' ? 'removed' : 'live',
    withdrawal:
      kind === 'removed' ? { by: 'VC040001', reason: '和版块无关', at: postedAt + MINUTE_MS } : null,
    postedAt,
    images: [],
    topics: [{ topicId: topicIdOf(name), name }],
    topicIds: [topicIdOf(name)],
    mentions: [],
    likers: [],
    likes: 0,
    written: 0,
    withdrawn: 0,
    heatKey: heatKeyOf(_id, facts),
    heatDue: false,
    savers: [],
    favourites: 0,
    featuredKey: '',
    wasFeatured: false,
    pinnedAt: null,
    editedAt: null,
    edits: 0,
  }
}
