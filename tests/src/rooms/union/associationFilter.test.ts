import {
  type AssociationCard,
  chosenFrom,
  everything,
  kindFilters,
  siteFilters,
} from '@/rooms/union/associationFilter'

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
  terms: [associationId],
  ...over,
})

const badminton = card('badminton', { mine: 'pending', terms: ['羽毛球协会', 'yumaoqiuxiehui', 'ymqxh'] })
const lens = card('lens', {
  category: 'art',
  presiding: true,
  terms: ['光影摄影社', 'guangyingsheyingshe', 'gysys'],
})
const ice = card('ice', { site: '大庆工厂', mine: 'left' })
const closed = card('closed', { site: '大庆工厂', category: 'art', open: false })
const all = [badminton, lens, ice, closed]
const sites = ['上海', '大庆工厂', '北京']

const under = (chosen: Partial<typeof everything>) => chosenFrom(all, sites, { ...everything, ...chosen })

test('mine are those I belong to, preside over or wait for; open those that I could apply to', () => {
  expect(under({ kind: 'mine' })).toEqual([badminton, lens])
  expect(under({ kind: 'open' })).toEqual([ice])
})

test('a category and a site hold together', () => {
  expect(under({})).toEqual(all)
  expect(under({ site: 'site:大庆工厂' })).toEqual([ice, closed])
  expect(under({ kind: 'category:art' })).toEqual([lens, closed])
  expect(under({ kind: 'category:art', site: 'site:大庆工厂' })).toEqual([closed])
})

test.each([
  ['摄影', [lens]],
  ['sheying', [lens]],
  ['GYS', [lens]],
  ['yu mao', [badminton]],
  ['滑雪', []],
])('“%s” finds part of a name, its pinyin or its initials', (text, found) => {
  expect(under({ text })).toEqual(found)
})

test('no chip leads to nothing', () => {
  expect(siteFilters(all, sites).map(({ key }) => key)).toEqual(['all', 'site:上海', 'site:大庆工厂'])
  expect(kindFilters(all).map(({ key }) => key)).not.toContain('category:family')
  expect(kindFilters([closed]).map(({ key }) => key)).toEqual(['all', 'category:art'])
  expect(siteFilters([ice], sites)).toEqual([])
})

test('a chip that is no longer there hides nothing', () => {
  expect(chosenFrom([ice], sites, { ...everything, site: 'site:上海', kind: 'mine' })).toEqual([ice])
})
