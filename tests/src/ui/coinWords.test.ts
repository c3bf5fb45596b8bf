import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(__dirname, '../../..')
const WINGS = ['src', 'domain', 'cloudfunctions']

/** Groups the thousands; the second also shortens what is long. */
const HOUSE = /\b(grouped|inWords)\(/

/** A number of coins in a sentence: what stands before 沃币, or after 剩. */
const COINS = /\{([^{}`]+)\} 沃币|剩 \$?\{(balance[^{}`]*)\}/g

test('every number of coins in a sentence is written as the house writes it: 1,166', () => {
  const files = WINGS.flatMap(wing =>
    readdirSync(join(ROOT, wing), { recursive: true, encoding: 'utf8' }).map(name => join(wing, name)),
  ).filter(name => /\.tsx?$/.test(name))
  const raw = files.flatMap(name =>
    [...readFileSync(join(ROOT, name), 'utf8').matchAll(COINS)]
      .map(([words]) => `${name}: ${words}`)
      .filter(found => !HOUSE.test(found)),
  )
  // Spoken, where a separator would be read out.
  expect(raw).toEqual(['src/ui/coin/Coin.tsx: {Math.abs(amount)} 沃币'])
})
