import { refusalsFor } from '@/rooms/access/reasons'

const NEARER = '有更近的协会'
const sentenceOf = (...[nearer]: Parameters<typeof refusalsFor>) =>
  refusalsFor(nearer).find(({ label }) => label === NEARER)?.sentence

test('a refusal for a nearer association names it and its president', () => {
  expect(sentenceOf({ name: '成都摄影分社', site: '成都工厂', president: '顾念' })).toBe(
    '成都工厂就有成都摄影分社，会长是顾念。先去那边，活动更方便。',
  )
})

test('nobody is sent to a nearer association that there is not', () => {
  expect(sentenceOf(null)).toBeUndefined()
  expect(refusalsFor(null).length).toBeGreaterThan(2)
})

test('where nobody has looked, the president may say so in general', () => {
  expect(sentenceOf(undefined)).toBe('你所在的园区有同类的协会，在那边活动更方便。')
})
