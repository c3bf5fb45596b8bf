import type { Engine } from '../../tools/local-cloud/engine'
import { talkWorld } from '../support/talkWorld'
import { DESK, PRODUCT } from './player'

/** People, boards, one desk and one product that is never sold out. @returns the moderator's openid */
export async function ledgerWorld(engine: Engine, people: number): Promise<string> {
  const { moderator } = await talkWorld(engine, people)
  await engine.insertMany('mall_desks', [{ _id: DESK, name: '前台', site: '上海', hours: '9:00–18:00' }])
  await engine.insertMany('mall_products', [
    {
      _id: PRODUCT,
      name: '随行杯',
      summary: '',
      category: 'office',
      coverFileId: 'cloud://wo/cup.png',
      coverGround: '#ffffff',
      price: 7,
      limitPerPerson: null,
      unit: '只',
      deliveries: ['desk'],
      on: true,
      delivered: 1_000_000,
      stock: 1_000_000,
      reservations: [],
      restocked: [],
      takenBy: {},
    },
  ])
  return moderator.openid
}
