import { nearerTo } from '@domain/union/nearer'

const at = (_id: string, name: string, site: string, open = true) => ({
  _id,
  name,
  site,
  category: 'art' as const,
  open,
})
const asked = at('lens', '光影摄影社', '上海')
const near = at('lens-chengdu', '成都摄影分社', '成都')

describe('the nearer association', () => {
  it('is of the same kind, where the applicant works, and the one most alike', () => {
    expect(
      nearerTo('成都', asked, { all: [asked, at('choir', '成都合唱团', '成都'), near], known: [] }),
    ).toBe(near)
  })

  it('is none that they are in, or have asked', () => {
    expect(nearerTo('成都', asked, { all: [asked, near], known: [near._id] })).toBeNull()
  })

  it.each([
    ['whoever works where they have asked', '上海', [asked, at('choir', '合唱团', '上海')]],
    ['another site', '成都', [asked, at('north', '北京摄影社', '北京')]],
    ['one that takes nobody', '成都', [asked, { ...near, open: false }]],
    ['another kind', '成都', [asked, { ...near, category: 'sport' as const }]],
  ])('is none for %s', (_name, site, all) => {
    expect(nearerTo(site, asked, { all, known: [] })).toBeNull()
  })
})
