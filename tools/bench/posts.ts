import { createHash } from 'node:crypto'
import { ulid } from 'ulid'
import type { PostDocument, SearchDocument } from '../../cloudfunctions/forum/store'
import { heatKeyOf } from '../../domain/forum/heat'
import { termsOf } from '../../domain/forum/words'

const FIRST_AT = Date.UTC(2018, 10, 8)
const LAST_AT = Date.UTC(2026, 0, 1)
const AUTHORS = 6_860
const LIKES_MAX = 60
const HASH_RANGE = 256

/** The i-th of `count` posts, spread evenly over the years: always the same one, and no list of them need be kept. */
export function postAt(i: number, count: number, boards: readonly string[]): PostDocument {
  const _id = postIdAt(i, count)
  const postedAt = timeOf(i, count)
  const facts = { likes: (i * 7) % LIKES_MAX, comments: (i * 3) % 11, favourites: 0, postedAt }
  return {
    _id,
    boardId: boards[i % boards.length] as string,
    author: {
      employeeId: employeeIdAt(i * 31),
      name: '同事',
      site: '上海',
      department: '研发',
      official: false,
    },
    title: `第 ${i} 帖`,
    body: '午餐窗口哪个好？',
    images: [],
    topics: [],
    topicIds: [],
    mentions: [],
    heatKey: heatKeyOf(_id, facts),
    state: 'live',
    withdrawal: null,
    likers: Array.from({ length: facts.likes }, (_liker, number) => employeeIdAt(i + number)),
    likes: facts.likes,
    savers: [],
    favourites: 0,
    featuredKey: '',
    wasFeatured: false,
    pinnedAt: null,
    editedAt: null,
    edits: 0,
    written: facts.comments,
    withdrawn: 0,
    heatDue: false,
    postedAt,
  }
}

/** Each is spoken of in every twelfth post, so that two of them stand together in none. */
const WORDS = '班车 食堂 空气悬架 晨跑 摄影 亲子 年会 零损工 电动化 安全带 冬季测试 轮胎'.split(' ')

/** So many of `count` posts from the i-th on, each about one thing, by their collections: with what they are found by. */
export function postsToFind(i: number, many: number, count: number, boards: readonly string[]) {
  const posts = Array.from({ length: many }, (_post, index) => {
    const word = WORDS[(i + index) % WORDS.length] as string
    const words = { title: `第 ${i + index} 帖说${word}`, body: `大家聊聊${word}吧` }
    return { ...postAt(i + index, count, boards), ...words }
  })
  const searches = posts.map(
    ({ _id, title, body }): SearchDocument => ({ _id, terms: termsOf(`${title}\n${body}`) }),
  )
  return { forum_posts: posts, forum_searches: searches }
}

function employeeIdAt(i: number): string {
  return `VC${String(i % AUTHORS).padStart(6, '0')}`
}

export function postIdAt(i: number, count: number): string {
  const bytes = createHash('sha256').update(`${i}`).digest()
  let next = 0
  return ulid(timeOf(i, count), () => (bytes[next++ % bytes.length] ?? 0) / HASH_RANGE)
}

function timeOf(i: number, count: number): number {
  return Math.floor(FIRST_AT + ((LAST_AT - FIRST_AT) / count) * i)
}
