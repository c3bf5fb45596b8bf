import type { Engine } from '../../tools/local-cloud/engine'
import { onlyVariant, plainTerms, shelfOf } from '../../tools/seed/shelf'
import { talkWorld } from '../support/talkWorld'
import { DESK, PRICE, PRODUCT } from './player'

/** People, boards, one desk and one product that is never sold out. @returns the moderator's openid */
export async function ledgerWorld(engine: Engine, people: number): Promise<string> {
  const { moderator } = await talkWorld(engine, people)
  await engine.insertMany('mall_desks', [{ _id: DESK, name: '前台', site: '上海', hours: '9:00–18:00' }])
  const described = {
    _id: PRODUCT,
    name: '随行杯',
    category: 'office' as const,
    coverFileId: 'cloud://wo/cup.png',
    price: PRICE,
    shelvedAt: 0,
  }
  const variants = onlyVariant(1_000_000)
  const { stocked, journal } = shelfOf(PRODUCT, variants, 0)
  await engine.insertMany(
    'mall_journal',
    journal.map(entry => ({ ...entry })),
  )
  await engine.insertMany('mall_products', [
    {
      ...described,
      ...plainTerms(described, variants),
      ...stocked,
      summary: '',
      coverGround: '#ffffff',
      unit: '只',
      deliveries: ['desk'],
      on: true,
      takenBy: {},
    },
  ])
  return moderator.openid
}
