import { wechatFor } from '@platform/wechat'

const mockRead: string[] = []
jest.mock('@platform/cloud', () => ({
  cloud: {
    openapi: {
      security: {
        msgSecCheck: async ({ content }: { content: string }) => {
          mockRead.push(content)
          return { result: { suggest: content.includes('违禁词') ? 'risky' : 'pass' } }
        },
      },
    },
  },
}))

const { assertTextIsSafe } = wechatFor('wx-somebody')
beforeEach(() => mockRead.splice(0))

test('a word is found wherever it stands in a long text', async () => {
  for (let at = 2_390; at <= 2_510; at += 1) {
    const text = `${'沃'.repeat(at)}违禁词${'沃'.repeat(3_000)}`
    await expect(assertTextIsSafe(text)).rejects.toMatchObject({ code: 'CONTENT_REJECTED' })
  }
})

test('a text is read whole, in no more parts than it takes, none longer than WeChat reads', async () => {
  const letters = Array.from({ length: 4_900 }, (_one, index) => String.fromCodePoint(0x4e00 + index))
  await assertTextIsSafe(letters.join(''))
  expect(mockRead.map(part => [...part].length)).toEqual([2_500, 2_500])
  expect(new Set(mockRead.join('')).size).toBe(4_900)
  mockRead.splice(0)
  await assertTextIsSafe('沃'.repeat(2_500))
  await assertTextIsSafe('')
  expect(mockRead).toHaveLength(1)
})

test('what chooses how a character looks hides no word', async () => {
  await expect(assertTextIsSafe('违\ufe0f禁\u{e0100}词')).rejects.toMatchObject({ code: 'CONTENT_REJECTED' })
})
