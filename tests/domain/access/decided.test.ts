import { pageOfDecided, wishAfter } from '@domain/access/decided'
import type { DecidedMatter } from '@domain/access/decisionsContract'

const person = { employeeId: 'VC018842', name: '林晓川', site: '上海', department: '研发采购' }
const matter = (id: string, decidedAt: number): DecidedMatter => ({
  ...{ kind: 'rebind', id, person, title: '换绑', isAgreed: true, byId: 'VC012406', reason: '' },
  ...{ askedAt: 0, decidedAt },
})

test('what several rooms decided is read page by page, the newest first, each once', () => {
  const rooms = [
    [matter('a', 5), matter('b', 3), matter('c', 3)],
    [matter('d', 4), matter('e', 3), matter('f', 1)],
  ]
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const { until } = wishAfter(after, 2)
    const asked = rooms.map(room => room.filter(({ decidedAt }) => decidedAt <= until))
    const { rows, next } = pageOfDecided(asked, after, 2)
    seen.push(...rows.map(({ id }) => id))
    if (next === null) break
    after = next
  }
  expect(seen).toEqual(['a', 'd', 'e', 'c', 'b', 'f'])
})
