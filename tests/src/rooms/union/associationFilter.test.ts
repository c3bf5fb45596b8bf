import { type AssociationCard, filtersFor } from '@/rooms/union/associationFilter'

const card = (associationId: string, over: Partial<AssociationCard>): AssociationCard => ({
  associationId,
  name: associationId,
  coverFileId: 'cloud://demo/cover.png',
  site: '上海',
  category: 'sport',
  members: 10,
  president: { employeeId: 'VC013390', name: '赵启明', site: '上海', department: '制造工程' },
  headline: '',
  open: true,
  mine: null,
  presiding: false,
  ...over,
})

const badminton = card('badminton', { mine: 'pending' })
const lens = card('lens', { category: 'art', presiding: true })
const ice = card('ice', { site: '大庆工厂', mine: 'left' })
const all = [badminton, lens, ice]

const under = (key: string, cards = all) =>
  cards.filter(
    one =>
      filtersFor(cards, ['上海', '大庆工厂', '北京'])
        .find(filter => filter.key === key)
        ?.matches(one) ?? false,
  )

test('mine are those I belong to, preside over or wait for', () => {
  expect(under('mine')).toEqual([badminton, lens])
})

test('sites and categories', () => {
  expect(under('site:大庆工厂')).toEqual([ice])
  expect(under('category:art')).toEqual([lens])
  expect(under('all')).toEqual(all)
})

test('no chip leads to nothing', () => {
  const keys = filtersFor(all, ['上海', '大庆工厂', '北京']).map(({ key }) => key)
  expect(keys).not.toContain('site:北京')
  expect(keys).not.toContain('category:family')
  expect(filtersFor([ice], []).map(({ key }) => key)).not.toContain('mine')
})
