import { mean, percentile } from './percentile'
import type { Section, Table } from './report'
import { type Tap, tapAll } from './rushCrowd'
import { openSale, type Sale, wrongWith } from './rushSale'
import { type BenchWorld, startWorld } from './world'

const PEOPLE = 500
/** A handful of pieces, where most come too late; and one for everybody, where all have to be served. */
const SALES = [50, 500] as const
/** Instances; the real service starts up to 500 in a minute. */
const WORKERS = 32
const WAITING_AT = '07:29:59'
const OPENING_AT = '07:30:00'

interface Figures {
  pieces: number
  taps: readonly Tap[]
  /** Of the product's page, opened by everybody in the last second before. */
  pageMs: readonly number[]
  /** What is wrong with shelf or purses; nothing, if all is well. */
  wrong: readonly string[]
}

/** A sale opens at 7:30, and everybody who waits for it taps at once. */
export async function benchRush(): Promise<Section> {
  const figures: Figures[] = []
  for (const pieces of SALES) {
    const world = await startWorld(WORKERS)
    figures.push(await rush(world, pieces).finally(() => world.close()))
  }
  return sectionOf(figures)
}

async function rush(world: BenchWorld, pieces: number): Promise<Figures> {
  const sale = await openSale(world, { people: PEOPLE, pieces, day: '2026-12-01', clock: OPENING_AT })
  await world.setClock(at(sale, WAITING_AT))
  const pages = await Promise.all(sale.openids.map(openid => openPage(world, sale, openid)))
  const early = await world.ask(sale.openids[0] ?? '', 'mall.redeem', sale.wish, 'a-second-early')
  await world.setClock(at(sale, OPENING_AT))
  const taps = await tapAll(world, sale)
  const wrong = wrongWith(world, sale)
  const isEarly = early.refused === 'MALL_NOT_OPEN_YET'
  return { pieces, taps, pageMs: pages, wrong: isEarly ? wrong : [...wrong, 'It sold before it opened'] }
}

const at = ({ day }: Sale, clock: string) => `${day}T${clock}+08:00`

async function openPage(world: BenchWorld, { productId }: Sale, openid: string): Promise<number> {
  return (await world.call(openid, 'mall.openProduct', { productId })).durationMs
}

const isServed = ({ refused }: Tap) => refused === null
const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`
const sumOf = (taps: readonly Tap[], of: (tap: Tap) => number) => taps.reduce((sum, tap) => sum + of(tap), 0)
const msOf = (taps: readonly Tap[]) => taps.map(({ durationMs }) => durationMs)

function outcomes(figures: readonly Figures[]): Table {
  return {
    header: [
      'sale',
      'people',
      'orders',
      'too late',
      'taps',
      'told to try again',
      'takes',
      'lost takes',
      'conflicts',
    ],
    rows: figures.map(({ pieces, taps }) => [
      `${pieces} pieces`,
      `${PEOPLE}`,
      `${taps.filter(isServed).length}`,
      `${taps.filter(({ refused }) => refused === 'MALL_OUT_OF_STOCK').length}`,
      `${sumOf(taps, ({ attempts }) => attempts)}`,
      `${sumOf(taps, ({ attempts }) => attempts - 1)}`,
      `${sumOf(taps, ({ takes }) => takes)}`,
      share(
        sumOf(taps, ({ lost }) => lost),
        sumOf(taps, ({ takes }) => takes),
      ),
      share(
        sumOf(taps, ({ conflicts }) => conflicts),
        sumOf(taps, ({ transactions }) => transactions),
      ),
    ]),
  }
}

function costs(figures: readonly Figures[]): Table {
  const row = (name: string, taps: readonly Tap[]) => [
    name,
    `${taps.length}`,
    mean(taps.map(({ requests, attempts }) => requests / attempts)).toFixed(1),
    percentile(msOf(taps), 50).toFixed(0),
    percentile(msOf(taps), 99).toFixed(0),
  ]
  return {
    header: ['tap', 'people', 'db requests an attempt', 'p50 ms', 'p99 ms'],
    rows: figures.flatMap(({ pieces, taps, pageMs }) => {
      const late = taps.filter(tap => !isServed(tap))
      return [
        [
          `${pieces} pieces: the page`,
          `${PEOPLE}`,
          '–',
          percentile(pageMs, 50).toFixed(0),
          percentile(pageMs, 99).toFixed(0),
        ],
        row(`${pieces} pieces: who got one`, taps.filter(isServed)),
        ...(late.length > 0 ? [row(`${pieces} pieces: who came too late`, late)] : []),
      ]
    }),
  }
}

function sectionOf(figures: readonly Figures[]): Section {
  const broken = figures.flatMap(({ pieces, taps, wrong }) => {
    const sold = taps.filter(isServed).length
    const expected = Math.min(pieces, PEOPLE)
    return [...wrong, ...(sold === expected ? [] : [`${sold} of ${expected} pieces were sold`])]
  })
  return {
    title: 'A sale that opens at 7:30',
    method: [
      `${PEOPLE} people wait for a sale; each has opened its page in the last second, and all tap in the same one, each`,
      'for one piece. A tap that is told to try again is sent again under its id after 0.2 to 0.8 s, as a person would.',
      `The function has ${WORKERS} instances on the machine described; the real service starts up to 500, so that the time here is`,
      'mostly that of the queue before them, while requests are the same and more takes may be lost there. A take is the conditional update of',
      'the shelf; it is lost when the shelf has changed so that it does not fit any more. A conflict is that of a',
      'transaction, which is run again. A sale fails the bench when it sells more or fewer pieces than there are people',
      'and pieces for, opens early, or leaves shelf, journal, orders and purses that do not add up.',
    ],
    tables: [
      { caption: 'What became of the taps', table: outcomes(figures) },
      { caption: 'What they took', table: costs(figures) },
    ],
    findings: [
      broken.length === 0
        ? 'Every piece was sold once, nobody paid without a piece, and shelf, journal and orders add up.'
        : `Wrong: ${broken.join('; ')}.`,
    ],
    broken,
  }
}
