import { nextEvent, sayNext } from '@/rooms/union/nextEvent'

const NOW = Date.UTC(2026, 10, 24, 4, 0)
const event = (eventId: string, startsAt: number, state = 'open') => ({ eventId, startsAt, state })

test('the next event is neither called off, nor begun, nor still to be agreed to', () => {
  const began = event('began', NOW)
  const off = event('off', NOW + 1, 'calledOff')
  const asked = event('asked', NOW + 2, 'proposed')
  const coming = event('coming', NOW + 3)
  expect(nextEvent([began, off, asked, coming, event('later', NOW + 4)], NOW)).toBe(coming)
  expect(nextEvent([began, off, asked], NOW)).toBeUndefined()
})

test('an association tells its own next event, and none of another', () => {
  const of = (associationId: string, startsAt: number, title: string) => ({
    ...event(title, startsAt),
    associationId,
    title,
  })
  const events = [of('run', NOW + 1, '晨跑'), of('yoga', Date.UTC(2026, 10, 28, 0, 30), '拉伸')]
  expect(sayNext(events, 'yoga', NOW)).toBe('下次：周六 8:30 拉伸')
  expect(sayNext(events, 'run', NOW)).toBe('下次：今天 12:00 晨跑')
  expect(sayNext(events, 'yoga', Date.UTC(2026, 10, 29))).toBeUndefined()
  expect(sayNext(events, 'lens', NOW)).toBeUndefined()
})
