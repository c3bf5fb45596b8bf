import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOMS = path.join(__dirname, '../../cloudfunctions')

/**
 * Collections of which neither the export nor the deletion of somebody's data knows, and why that is right. One that is
 * new belongs into its room's own part (`ownPart.ts`, or what that calls) if it names a person, or else here.
 */
const others: readonly { why: string; names: readonly string[] }[] = [
  {
    why: 'What the house offers. A colleague is named at most as whoever keeps it.',
    names: [
      'booking_centres',
      'booking_closures',
      'booking_courses',
      'booking_facilities',
      'booking_hours',
      'booking_sessions',
      'brand_accounts',
      'brand_films',
      'brand_shelves',
      'coin_rules',
      'forum_accounts',
      'forum_boards',
      'knowledge_editions',
      'knowledge_glossary',
      'mall_codes',
      'mall_desks',
      'mall_journal',
      'selfservice_lines',
      'selfservice_shuttle',
      'selfservice_timetables',
      'selfservice_title_versions',
      'selfservice_titles',
      'union_pictures',
    ],
  },
  {
    why: 'What somebody did in an office, which stays to be answered for.',
    names: ['access_audit', 'access_turns', 'coin_keepers', 'identity_leavings'],
  },
  {
    why: 'Lists of HR, finance and the keepers of coins, on their way in.',
    names: [
      'identity_import_lines',
      'identity_import_problems',
      'identity_imports',
      'identity_roster',
      'identity_roster_files',
      'selfservice_claim_book',
    ],
  },
  {
    why: 'Gone by itself, within a day or a week.',
    names: [
      'access_export_parts',
      'access_exports',
      'careers_exports',
      'identity_attempts',
      'live_files',
      'mall_exports',
      'platform_receipts',
      'stats_files',
    ],
  },
  {
    why: 'Counts, and marks that are shown as counts alone; people at most by a pseudonym that needs a key.',
    names: [
      'content_tallies',
      'forum_applauses',
      'forum_dropped',
      'forum_progress',
      'forum_rankings',
      'forum_verdicts',
      'knowledge_tallies',
      'live_tallies',
      'stats_daily',
      'stats_departments',
      'stats_hourly',
      'stats_monthly',
      'stats_progress',
      'stats_proposals',
      'stats_reports',
    ],
  },
]

const textOf = (...names: string[]) => {
  const file = path.join(ROOMS, ...names)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Each collection of a room by the name of the constant that stands for it in code. */
function constantsOf(room: string): Map<string, string> {
  const sources = readdirSync(path.join(ROOMS, room)).filter(name => name.endsWith('.ts'))
  const found = sources.flatMap(name => [
    ...textOf(room, name).matchAll(/const (\w+) = collection<[^>]*>\(\s*'(\w+)'/g),
  ])
  return new Map(found.map(([, constant = '', collection = '']) => [collection, constant]))
}

/** The collections that are declared, and whether the room's part in own data touches them. */
function collectionsOf(room: string): [name: string, isTouched: boolean][] {
  const declared = JSON.parse(textOf(room, 'collections.json') || '{}') as object
  const constants = constantsOf(room)
  const own = readdirSync(path.join(ROOMS, room)).filter(name => /^own[A-Z]\w*\.ts$/.test(name))
  const parts = [...own, ...(room === 'identity' ? ['clearing.ts'] : [])]
    .map(name => textOf(room, name))
    .join('')
  return Object.keys(declared).map(name => {
    const constant = constants.get(name)
    return [
      name,
      constant !== undefined && new RegExp(`\\b${constant}\\.(?!name\\b)|\\(${constant},`).test(parts),
    ]
  })
}

test('every collection is part of one’s own data, or it is said why it is not', () => {
  const all = readdirSync(ROOMS).flatMap(collectionsOf)
  const untouched = all.filter(([, isTouched]) => !isTouched).map(([name]) => name)
  expect(untouched.sort()).toEqual(others.flatMap(({ names }) => names).sort())
})
