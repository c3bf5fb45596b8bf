import { emptyDraft, isBlank, keepDraft, readDraft } from '@/rooms/forum/pages/compose/draft'
import { problemsOf } from '@/rooms/forum/pages/compose/problems'

const phone = new Map<string, unknown>()
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

it('is blank with a board alone', () => {
  expect(isBlank({ ...emptyDraft, boardId: 'commute' })).toBe(true)
})

it('names what is missing', () => {
  expect(Object.keys(problemsOf(emptyDraft))).toEqual(['boardId', 'title', 'body'])
  expect(problemsOf(written)).toEqual({})
})

it('counts an emoji as one character', () => {
  expect(problemsOf({ ...written, title: '👋' }).title).toBeDefined()
  expect(problemsOf({ ...written, title: '👋👋' }).title).toBeUndefined()
})
