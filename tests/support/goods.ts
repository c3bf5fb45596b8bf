import type { GoodInput } from '@domain/mall/goodsContract'

/** A good of the right form, in one kind. */
export const sampleGood: GoodInput = {
  name: '羊毛披毯',
  summary: '再生羊毛织成',
  category: 'home',
  pictures: ['cloud://wo-local.wo-local/goods/blanket.png'],
  coverGround: '#ece8e1',
  price: 100,
  unit: '条',
  deliveries: ['desk', 'home'],
  on: true,
  variants: [{ variantId: 'one', colour: null, size: null }],
  limitPerPerson: null,
  limitPerPeriod: null,
  sale: null,
  experienceMin: null,
  featured: null,
}
