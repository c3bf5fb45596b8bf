import { nextEvent } from '@/rooms/union/nextEvent'

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
