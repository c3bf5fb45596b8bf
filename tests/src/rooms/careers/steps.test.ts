import { interviewIn } from '@/rooms/careers/StepSheet'
import { sayMoved } from '@/rooms/careers/useSteps'

const left = (why: 'changed' | 'notYours') => ({ moved: [], skipped: [{ candidateId: 'a', why }] })

test('a step of one is told by name, a step of several by number', () => {
  expect(sayMoved({ moved: ['a'], skipped: [] }, 'contact', { name: '方可', kept: true })).toBe(
    '方可：联系中',
  )
  expect(sayMoved(left('changed'), 'offer', { name: '方可', kept: true })).toBe(
    '没有动：另一位同事刚刚处理过，再看一眼',
  )
  const undone = { moved: ['a'], skipped: [] }
  expect(sayMoved(undone, 'undoHire', { name: '方可', kept: true })).toBe('方可：等入职')
  expect(sayMoved(undone, 'undoHire', { name: '方可', kept: false })).toBe('方可：已撤回')
  const some = { moved: ['a', 'b'], skipped: [{ candidateId: 'c', why: 'notYours' as const }] }
  expect(sayMoved(some, 'contact', undefined)).toBe('2 位有了进展，1 位没动，自己的要由别人处理')
})

test('an interview is what was filled in, and a time without its day is none', () => {
  expect(interviewIn({ on: '', time: '14:30', place: ' ' })).toBeNull()
  expect(interviewIn({ on: '', time: '14:30', place: '嘉定' })).toEqual({
    on: null,
    time: null,
    place: '嘉定',
  })
  expect(interviewIn({ on: '2026-11-26', time: '', place: '' })).toEqual({
    ...{ on: '2026-11-26', time: null, place: '' },
  })
})
