import type { PostCardView } from '@domain/forum/cards'
import { fireEvent, render, screen } from '@testing-library/react'
import { AttachedCard } from '@/rooms/forum/components/AttachedCard'

const NOW = Date.parse('2026-11-19T07:30:00+08:00')
const opened: string[] = []

jest.mock('@/api', () => ({ fileUrl: (fileId: string) => fileId }))
jest.mock('@/rooms/open', () => ({
  openPage: (page: string, params: object) => opened.push(`${page} ${JSON.stringify(params)}`),
}))

const event = {
  kind: 'event' as const,
  id: 'ride',
  title: '滴水湖环湖骑行',
  coverFileId: 'cloud://test/ride.png',
  startsAt: NOW + 3_600_000,
  endsAt: NOW + 7_200_000,
  place: '滴水湖站',
  fee: 20,
  full: false,
  calledOff: false,
}
const product = {
  kind: 'product' as const,
  id: 'mug',
  title: '珐琅杯',
  coverFileId: 'cloud://test/mug.png',
  coverGround: '#e6e0d9',
  price: 160,
  soldOut: false,
  off: false,
}

beforeEach(() => {
  opened.length = 0
})

it.each<[string, PostCardView, string]>([
  ['an event', event, 'union/event {"eventId":"ride"}'],
  ['a product', product, 'mall/product {"productId":"mug"}'],
])('leads to %s', (_name, card, page) => {
  render(<AttachedCard card={card} now={NOW} />)
  fireEvent.click(screen.getByText(card.kind === 'gone' ? '' : card.title))
  expect(opened).toEqual([page])
})

it.each<[string, PostCardView, number]>([
  ['活动已取消', { ...event, calledOff: true }, NOW],
  ['活动已结束', event, event.endsAt],
  ['满 · 可候补', { ...event, full: true }, NOW],
  ['换完了', { ...product, soldOut: true }, NOW],
  ['已下架', { ...product, soldOut: true, off: true }, NOW],
])('says %s', (words, card, now) => {
  render(<AttachedCard card={card} now={now} />)
  expect(screen.getByText(words)).not.toBeNull()
})

it('says nothing of the kind while all is well', () => {
  render(<AttachedCard card={event} now={NOW} />)
  expect(screen.queryByText(/已|满/)).toBeNull()
  expect(screen.getByText('滴水湖站 · 20 沃币')).not.toBeNull()
})

it('of what is not there any more says that, and leads nowhere', () => {
  render(<AttachedCard card={{ kind: 'gone', was: 'event', id: 'ride' }} now={NOW} />)
  fireEvent.click(screen.getByText('这场活动看不到了'))
  expect(opened).toEqual([])
})
