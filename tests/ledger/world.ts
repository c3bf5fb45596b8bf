import type { Engine } from '../../tools/local-cloud/engine'
import { onlyVariant, plainTerms, shelfOf } from '../../tools/seed/shelf'
import { insertPeople, type TestPerson } from '../support/people'
import { colleague, talkWorld } from '../support/talkWorld'
import type { Officer } from './plan'
import { DESK, PRICE, PRODUCT } from './player'

/** Whose numbers those of a talk world do not reach. */
const BEYOND = 10

/** People, boards, one desk and one product that is never sold out. @returns those of the back office */
export async function ledgerWorld(engine: Engine, people: number): Promise<Record<Officer, TestPerson>> {
  await talkWorld(engine, people)
  const officers = [BEYOND, BEYOND + 1].map(beyond => colleague(people + beyond)) as [TestPerson, TestPerson]
  const grants: TestPerson['grants'] = [{ role: 'moderator' }, { role: 'coinKeeper' }]
  await insertPeople(
    engine,
    officers.map(officer => ({ ...officer, grants })),
  )
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
  const [first, second] = officers
  return { first, second }
}
