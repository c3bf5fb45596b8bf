import type { OfferAnswer } from '@domain/notice/offer'
import { asItStands } from '@/rooms/notice/pages/inbox/offerWords'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')
const notice = (answer: OfferAnswer | null, expiresAt = NOW + 1) => ({
  title: '有名额了，等你确认：环湖骑行：第二场',
  body: '有人退出，轮到你了。',
  offer: { placeId: 'ride:me', expiresAt, fee: 0, answer },
})

test.each([
  ['open', notice(null), '有名额了，等你确认：环湖骑行：第二场', true],
  ['over', notice(null, NOW), '名额没有留住：环湖骑行：第二场', false],
  ['accepted', notice('accepted'), '已确认参加：环湖骑行：第二场', false],
  ['declined', notice('declined'), '让给下一位了：环湖骑行：第二场', false],
] as const)('an offer that is %s reads so', (_standing, told, title, isOpen) => {
  const shown = asItStands(told, NOW)
  expect([shown.title, shown.isOpen]).toEqual([title, isOpen])
  expect(shown.body === told.body).toBe(isOpen)
})

test('a notice that offers nothing stays as it is', () => {
  const plain = { title: '取消了：骑行', body: '下雨', offer: null }
  expect(asItStands(plain, NOW)).toEqual({ ...plain, isOpen: false })
})
