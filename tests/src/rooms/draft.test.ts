import { postAbout } from '@/rooms/forum/about'
import { calledIn, calling, typedAt } from '@/rooms/forum/calling'
import {
  begin,
  type CardPreview,
  emptyDraft,
  isBlank,
  keepDraft,
  readDraft,
} from '@/rooms/forum/pages/compose/draft'
import { problemsOf } from '@/rooms/forum/pages/compose/problems'

const phone = new Map<string, unknown>()
const mockOpened: unknown[] = []
jest.mock('@/rooms/open', () => ({ openPage: (...to: unknown[]) => mockOpened.push(to) }))
jest.mock('@/api', () => ({ callerScope: () => 'me' }))
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => phone.get(key) ?? '',
  setStorage: async ({ key, data }: { key: string; data: unknown }) => void phone.set(key, data),
  removeStorage: async ({ key }: { key: string }) => void phone.delete(key),
}))

const written = {
  boardId: 'commute',
  title: '3 号线',
  body: '早六分钟',
  images: [],
  mentions: [],
  poll: null,
  card: null,
}

beforeEach(() => phone.clear())

it('comes back exactly as written, so that the server takes it', async () => {
  await keepDraft(written, 1_700)
  expect(readDraft()).toEqual({ draft: written, savedAt: 1_700 })
})

it('is gone once everything in it is erased', async () => {
  await keepDraft(written, 1_700)
  await keepDraft({ ...written, title: ' ', body: '' }, 1_800)
  expect(readDraft()).toBeNull()
})

it('begins in the topic and the board that it was opened from, and keeps nothing before the first stroke', async () => {
  const place = { boardId: 'life', topic: 'XC90 发布会' }
  expect(begin(place)).toEqual({ draft: { ...emptyDraft, boardId: 'life', body: '#XC90 发布会# ' } })
  expect(readDraft()).toBeNull()
  await keepDraft(written, 1_700)
  expect(begin(place)).toEqual({ draft: { ...written, body: '早六分钟 #XC90 发布会# ' }, savedAt: 1_700 })
  expect(readDraft()?.draft).toEqual(written)
  await keepDraft({ ...written, body: '#XC90 发布会# 早六分钟' }, 1_700)
  expect(begin(place).draft.body).toBe('#XC90 发布会# 早六分钟')
})

it('leaves the kept draft alone where another post is wanted', async () => {
  await keepDraft(written, 1_700)
  const { draft } = begin({ topic: 'XC90 发布会', fresh: true })
  expect(draft).toEqual({ ...emptyDraft, body: '#XC90 发布会# ' })
  expect(readDraft()?.draft).toEqual(written)
})

it('calls of two of the same name the one that was chosen last', () => {
  const [first, second] = [
    { employeeId: 'VC000051', name: '王伟' },
    { employeeId: 'VC000052', name: '王伟' },
  ]
  const draft = { ...written, ...calling({ ...written, body: '' }, first) }
  expect(calledIn({ ...draft, ...calling(draft, second) })).toEqual([second.employeeId])
})

it('tells the stroke that calls somebody, and puts the name in its place', () => {
  expect(typedAt('问 一下', '问 @一下')).toBe(2)
  expect(typedAt('谁@', '谁@@')).toBe(2)
  expect(typedAt('写信给 a', '写信给 a@volvo.com')).toBe(-1)
  expect(typedAt('@', '')).toBe(-1)
  expect(typedAt('同', '同去')).toBe(-1)
  const wang = { employeeId: 'VC000051', name: '王伟' }
  expect(calling({ body: '问 @一下', mentions: [] }, wang, 2)).toEqual({
    body: '问 @王伟 一下',
    mentions: [wang],
  })
})

it('is blank with a board alone', () => {
  expect(isBlank({ ...emptyDraft, boardId: 'commute' })).toBe(true)
})

it('keeps what is being written when something else is passed on, and goes on with each by itself', async () => {
  const mug = { kind: 'product' as const, id: 'mug', title: '珐琅杯' } as CardPreview
  await postAbout(mug)
  expect(mockOpened.splice(0)).toEqual([['forum/compose', undefined]])
  expect(readDraft()?.draft).toEqual({ ...emptyDraft, card: mug })
  await keepDraft(written, 1_700)
  await postAbout(mug)
  expect(mockOpened.splice(0)).toEqual([['forum/compose', { about: 'product-mug' }]])
  expect(readDraft()?.draft).toEqual(written)
  const about = begin({ about: 'product-mug' }).draft
  expect(about).toEqual({ ...emptyDraft, card: mug })
  await keepDraft({ ...about, body: '杯子真好看' }, 1_800, 'product-mug')
  await postAbout(mug)
  expect(begin({ about: 'product-mug' }).draft.body).toBe('杯子真好看')
  expect(begin({}).draft).toEqual(written)
})

it('is worth keeping for a poll or a card alone, and gives both back', async () => {
  const poll = { options: ['肉桂卷', ''], multiple: true, endsOn: '2026-11-20', endsTime: '18:00' }
  const card = {
    kind: 'product' as const,
    id: 'mug',
    title: '珐琅杯',
    coverFileId: 'cloud://test/mug.png',
    coverGround: '#e6e0d9',
    price: 160,
    soldOut: false,
    off: false,
  }
  for (const part of [{ poll }, { card }]) {
    await keepDraft({ ...emptyDraft, ...part }, 1_700)
    expect(readDraft()?.draft).toEqual({ ...emptyDraft, ...part })
  }
})

it('names what is missing', () => {
  expect(Object.keys(problemsOf(emptyDraft))).toEqual(['boardId', 'title', 'body'])
  expect(problemsOf(written)).toEqual({})
})

it('counts an emoji as one character', () => {
  expect(problemsOf({ ...written, title: '👋' }).title).toBeDefined()
  expect(problemsOf({ ...written, title: '👋👋' }).title).toBeUndefined()
})

it('is sent only within its length, and says what is too much rather than losing it', () => {
  expect(problemsOf({ ...written, body: '长'.repeat(2_001) }).body).toBe('正文最多 2000 个字，现在多了 1 个')
})
