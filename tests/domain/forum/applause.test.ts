import { type Applause, applauseStep, applauseTitle } from '@domain/forum/applause'
import fc from 'fast-check'

const NOW = Date.parse('2026-03-02T12:00:00+08:00')
const authorId = 'author'
const people = ['a', 'b', 'c', 'd', authorId]

test.each([
  [1, ['李娜'], '李娜赞了你的帖子'],
  [2, ['李娜', '韩冬'], '李娜和韩冬赞了你的帖子'],
  [2, ['李娜'], '李娜等 2 位同事赞了你的帖子'],
  [12, ['李娜', '韩冬', '陈嘉禾'], '李娜等 12 位同事赞了你的帖子'],
  [3, [], '3 位同事赞了你的帖子'],
])('%i likes by %j read %s', (count, names, words) => {
  expect(applauseTitle('post', count, names)).toBe(words)
})

/** Plays days of liking, taking back, reading and counting; what the author has been told must always be true. */
test('an unread line speaks of those who like it now, never of the author, nobody is told of twice', () => {
  const Act = fc.oneof(
    fc.record({ act: fc.constant('toggle' as const), who: fc.constantFrom(...people) }),
    fc.record({ act: fc.constant('count' as const), who: fc.constant('') }),
    fc.record({ act: fc.constant('read' as const), who: fc.constant('') }),
  )
  fc.assert(
    fc.property(fc.array(Act, { maxLength: 40 }), acts => {
      let likers: string[] = []
      let applause: Applause = { told: [], line: null }
      let unread = false
      const readOf: string[] = []
      for (const { act, who } of acts) {
        if (act === 'toggle')
          likers = likers.includes(who) ? likers.filter(id => id !== who) : [...likers, who]
        if (act === 'read') {
          if (unread) readOf.push(...(applause.line?.likers ?? []))
          unread = false
        }
        if (act !== 'count') continue
        const after = applauseStep(applause, { likers, authorId, unread, now: NOW })
        if (after.step !== 'none') {
          const line = after.step === 'drop' ? null : { noticeId: 'line', likers: after.likers, beganAt: NOW }
          applause = { told: after.told, line }
          unread = line !== null
        }
        if (!unread) continue
        const inLine = applause.line?.likers ?? []
        expect(new Set(inLine).size).toBe(inLine.length)
        expect(inLine.every(id => likers.includes(id) && id !== authorId)).toBe(true)
        const missing = likers.filter(id => id !== authorId && !inLine.includes(id) && !readOf.includes(id))
        expect(missing).toEqual([])
        expect(inLine.filter(id => readOf.includes(id))).toEqual([])
      }
    }),
  )
})
