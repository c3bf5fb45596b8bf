import type { StoredPoll } from '../../cloudfunctions/forum/polls'
import type { CardTargetView } from '../../domain/forum/cards'
import type { Instant } from '../../domain/kernel/time'
import { chanceOf } from './chance'
import { type Talk, tell } from './forum'
import type { Told } from './talk'
import type { World } from './world'

/** Posts that ask something, or tell of something that one can have. */
const askingTalk: readonly Told[] = [
  {
    by: 'luyao',
    board: 'food',
    title: '周五 Fika 想吃什么',
    body: '这周五轮到造型设计准备 Fika，三楼茶水间，下午三点。得票最多的两样一起上，先到先得。',
    when: 17,
    likes: 23,
    said: [
      ['linxiaochuan', 2, '肉桂卷，不用想。'],
      ['hejunlin', 4, '苹果派派出一票。', 0],
      ['tangguo', 6, '有没有不太甜的？'],
    ],
    chatter: 3,
  },
  {
    by: 'zhoumu',
    board: 'chat',
    title: '珐琅杯磕了一角，反而更顺手',
    body: '跟着我露营两个冬天，磕掉一块瓷，洗了擦干照样用。有同事问在哪里换的，就是商城里这只。',
    when: [1, '20:40'],
    likes: 16,
    said: [['fuyan', 7, '同款，我的磕在把手上。']],
    chatter: 2,
  },
]

interface Asked {
  options: readonly (readonly [text: string, votes: number])[]
  multiple: boolean
  endsAt: (calendar: World['calendar']) => Instant
}

const polls: Readonly<Record<string, Asked>> = {
  '周五 Fika 想吃什么': {
    options: [
      ['肉桂卷', 31],
      ['苹果派', 18],
      ['公主蛋糕', 12],
      ['豆沙包', 9],
      ['不甜的：黑麦面包配奶酪', 14],
    ],
    multiple: false,
    endsAt: calendar => calendar.ahead(1, '12:00'),
  },
  '成都食堂的冬至菜单，投个票': {
    options: [
      ['羊肉汤', 42],
      ['饺子', 35],
      ['汤圆', 27],
    ],
    multiple: true,
    endsAt: calendar => calendar.at(0, '0:30'),
  },
}

const cards: Readonly<Record<string, CardTargetView>> = {
  '滴水湖环湖骑行，路线定了': { kind: 'event', id: 'bike-dishui' },
  周日和爸妈一起造小车: { kind: 'event', id: 'kids-cars' },
  '珐琅杯磕了一角，反而更顺手': { kind: 'product', id: 'g04-mug' },
}

/** A chance of its own, so that the rest of the world stays as it is. */
const SEED = 26

/** Puts polls with their votes, and cards, into the posts that have them. Whoever looks around has not voted yet. */
export function attach(world: World, talk: Talk): void {
  const { calendar, roster } = world
  const chance = chanceOf(SEED)
  for (const told of askingTalk) tell({ ...world, chance }, talk, told)
  const electorate = roster.filter(
    ({ status, openid }) => status === 'active' && !openid?.startsWith('demo-'),
  )
  for (const post of talk.posts) {
    const asked = polls[post.title]
    if (asked) post.poll = pollOf(asked, asked.endsAt(calendar))
    post.card = cards[post.title] ?? null
  }

  function pollOf({ options, multiple }: Asked, endsAt: Instant): StoredPoll {
    const named = options.map(([text, votes], index) => ({ optionId: `${'abcdefgh'[index]}0`, text, votes }))
    const ballots: Record<string, string[]> = {}
    const fresh = chance.sample(electorate, electorate.length)
    for (const { optionId, votes } of named) {
      // Where several may be chosen, the same people come by again.
      const from = multiple ? chance.sample(electorate, votes) : fresh.splice(0, votes)
      for (const { _id } of from) ballots[_id] = [...(ballots[_id] ?? []), optionId]
    }
    const chosen = Object.values(ballots).flat()
    return {
      multiple,
      options: named.map(({ optionId, text }) => ({ optionId, text })),
      endsAt,
      counts: Object.fromEntries(
        named.map(({ optionId }) => [optionId, chosen.filter(id => id === optionId).length]),
      ),
      voters: Object.keys(ballots).length,
      ballots,
    }
  }
}
