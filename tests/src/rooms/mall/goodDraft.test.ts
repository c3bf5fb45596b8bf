import {
  copyOf,
  draftOf,
  emptyGood,
  firstStockOf,
  type GoodDraft,
  goodProblem,
  toGood,
} from '@/rooms/mall/pages/goodEdit/goodDraft'
import {
  kindsOf,
  kindsProblem,
  oneKind,
  pictured,
  renamed,
  variantsOf,
  withKind,
  withoutValue,
  withValue,
} from '@/rooms/mall/pages/goodEdit/kinds'

const NOW = Date.parse('2026-11-24T12:00:00+08:00')

let made = 0
const newId = () => {
  made += 1
  return `id${made}`
}

const whole: GoodDraft = {
  ...emptyGood,
  name: '有机棉 T 恤',
  summary: '260 克重磅',
  category: 'travel',
  pictures: ['cloud://a.b/uploads/tee.png'],
  price: '240',
}

describe('the kinds of a good', () => {
  it('keep their pieces when colours are named for the first time', () => {
    const coloured = withValue(oneKind, 'colour', newId)
    const named = renamed(coloured, 'colour', coloured.colour[0]?.key ?? '', '海军蓝')
    expect(variantsOf(named)).toEqual([{ variantId: 'one', colour: '海军蓝', size: null }])
    expect(variantsOf(withoutValue(named, 'colour', named.colour[0]?.key ?? ''))).toEqual([
      { variantId: 'one', colour: null, size: null },
    ])
  })

  it('show a picture of the good by their colour, as long as it has that picture', () => {
    const tee = kindsOf(
      [
        { variantId: 'navy-m', colour: '海军蓝', size: 'M' },
        { variantId: 'sand-m', colour: '沙色', size: 'M', picture: 'sand.png' },
      ],
      newId,
    )
    const navy = tee.colour[0]?.key ?? ''
    const both = renamed(pictured(tee, navy, 'navy.png'), 'colour', navy, '藏青')
    const shown = (pictures: string[], kinds = both) =>
      variantsOf(kinds, pictures).map(({ picture }) => picture)
    expect(shown(['navy.png', 'sand.png'])).toEqual(['navy.png', 'sand.png'])
    expect(shown(['sand.png'])).toEqual([undefined, 'sand.png'])
    expect(shown(['navy.png', 'sand.png'], pictured(both, navy, 'navy.png'))).toEqual([undefined, 'sand.png'])
    expect(toGood({ ...whole, ...both, pictures: ['sand.png'] }).variants).toContainEqual(
      expect.objectContaining({ colour: '沙色', picture: 'sand.png' }),
    )
  })

  it('are every colour in every size, less what is not offered', () => {
    const tee = kindsOf(
      [
        { variantId: 'navy-m', colour: '海军蓝', size: 'M' },
        { variantId: 'sand-l', colour: '沙色', size: 'L' },
      ],
      newId,
    )
    expect(tee.kinds.map(({ offered }) => offered)).toEqual([true, false, false, true])
    expect(variantsOf(tee)).toHaveLength(2)
    const large = withValue(tee, 'size', newId)
    const named = renamed(large, 'size', large.size[2]?.key ?? '', 'XL')
    expect(variantsOf(named).map(({ colour, size }) => `${colour} ${size}`)).toEqual([
      '海军蓝 M',
      '海军蓝 XL',
      '沙色 L',
      '沙色 XL',
    ])
    expect(variantsOf(withoutValue(named, 'colour', named.colour[0]?.key ?? ''))).toHaveLength(2)
  })

  it('have names, each its own, and whole pieces', () => {
    const two = withValue(withValue(oneKind, 'size', newId), 'size', newId)
    expect(kindsProblem(two)).toBe('有一个颜色或尺码还没写名字')
    const same = two.size.reduce((grid, { key }) => renamed(grid, 'size', key, 'M'), two)
    expect(kindsProblem(same)).toBe('有两个颜色或尺码同名')
    expect(kindsProblem(withKind(oneKind, 'one', { offered: false }))).toBe('至少留一个款式')
    expect(kindsProblem(withKind(oneKind, 'one', { stock: '1.5' }))).toBe('库存写整数，没有就空着')
    expect(kindsProblem(oneKind)).toBeUndefined()
  })
})

describe('the form of a good', () => {
  it('says what is missing, one thing at a time', () => {
    expect(goodProblem(emptyGood)).toBe('至少放一张图，第一张是封面')
    expect(goodProblem({ ...whole, category: '' })).toBe('还没选分类')
    expect(goodProblem({ ...whole, price: '0' })).toBe('沃币写一个整数，1 到 1,000,000')
    expect(goodProblem({ ...whole, period: 'week' })).toBe('每期限几件写整数')
    expect(goodProblem({ ...whole, timed: true })).toBe('限时兑换还没选几点开始')
    const opens = { timed: true, opensOn: '2026-11-30', opensTime: '07:30' }
    expect(goodProblem({ ...whole, ...opens, closesOn: '2026-11-30' })).toBe(
      '结束的日期和时间要一起选，或都不选',
    )
    const early = { ...opens, closesOn: '2026-11-30', closesTime: '07:30' }
    expect(goodProblem({ ...whole, ...early })).toBe('结束要晚于开始')
    expect(goodProblem({ ...whole, ...opens })).toBeUndefined()
  })

  it('becomes a good and is read back from one', () => {
    const draft = { ...whole, timed: true, opensOn: '2026-11-30', opensTime: '07:30', perPerson: '4' }
    const good = toGood(draft)
    expect(good.sale).toEqual({ opensAt: Date.parse('2026-11-29T23:30:00Z'), closesAt: null })
    expect(good).toMatchObject({ price: 240, limitPerPerson: 4, limitPerPeriod: null, featured: null })
    const shown = {
      ...{ productId: 'p', coverFileId: '', stock: 0, tags: [], edition: 1, delivered: 0 },
      ...{ ...good, limitPerPeriod: null, sale: good.sale, experienceMin: null, featured: null },
      variants: good.variants.map(variant => ({ ...variant, stock: 0 })),
      limitPerPerson: 4,
    }
    expect(toGood(draftOf(shown, newId))).toEqual(good)
    const copy = copyOf(shown, newId, NOW)
    expect(copy.on).toBe(false)
    expect(toGood(copy).variants[0]?.variantId).not.toBe('one')
    // Of vouchers the copy has none of the codes: they are uploaded to it anew.
    const variants = shown.variants.map(variant => ({ ...variant, stock: 30 }))
    const vouchers = copyOf({ ...shown, variants, stock: 30, deliveries: ['code'] }, newId, NOW)
    expect(toGood(vouchers)).toMatchObject({ deliveries: ['code'], on: false })
    expect(firstStockOf(vouchers)).toEqual({})
  })

  it('is copied with a sale that is still to come or open, not with one that is over', () => {
    const good = toGood({ ...whole, timed: true, opensOn: '2026-11-20', opensTime: '07:30' })
    const copiedWith = (closesAt: number | null) => {
      const sale = { opensAt: Date.parse('2026-11-20T07:30:00+08:00'), closesAt }
      const shown = {
        ...{ ...good, limitPerPeriod: null, limitPerPerson: null, experienceMin: null, featured: null, sale },
        ...{ productId: 'p', coverFileId: '', stock: 0, tags: [], edition: 1, delivered: 0 },
        variants: good.variants.map(variant => ({ ...variant, stock: 0 })),
      }
      return toGood(copyOf(shown, newId, NOW)).sale
    }
    expect(copiedWith(null)).toMatchObject({ closesAt: null })
    expect(copiedWith(NOW + 60_000)).toMatchObject({ closesAt: NOW + 60_000 })
    expect(copiedWith(NOW)).toBeNull()
  })

  it('counts the first pieces, but no codes', () => {
    const counted = { ...whole, ...withKind(whole, 'one', { stock: '12' }) }
    expect(firstStockOf(counted)).toEqual({ one: 12 })
    expect(firstStockOf({ ...counted, deliveries: ['code'] })).toEqual({})
  })
})
