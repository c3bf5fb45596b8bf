import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildFunctions } from '../../tools/build/functions'
import { startTestCloud, type TestCloud } from '../support/localCloud'
import type { TestPerson } from '../support/people'
import { talkSteps } from '../support/talkSteps'
import { colleague, succeed } from '../support/talkWorld'
import { runAudit } from './auditCommand'
import { type Officer, planOf } from './plan'
import { APPEALED_VERSION, play } from './player'
import { ledgerWorld } from './world'

const ROOT = path.resolve(__dirname, '../..')
/** Within the repository, so that the twins find its packages. */
const CACHE = path.join(ROOT, '.cache')
/** Where coins are decided, where they are written, and where likes are paid. */
const LEDGER = 'coin/public.ts'
const BOOKS = 'coin/books.ts'
const ESTEEM = 'coin/esteem.ts'
const HANDS = 'coin/handing.ts'
const BUILT = ['forum', 'mall', 'coin']
const PEOPLE = 3
/** A plan in which people redeem what they have earned before, and are given much by hand. */
const SEED = 393
const COMMANDS = 40
const LIKED_POSTS = 3
/** A cold worker costs more than the few commands here. */
const WORKERS = 1
const PATIENCE_MS = 60_000
const TWIN_MS = 120_000

interface Fault {
  name: string
  file: string
  /** The one place in that file that is replaced. */
  right: string
  wrong: string
  /** What the auditor prints. */
  finding: RegExp
}

const faults: Fault[] = [
  {
    name: 'an earning that pays its source again under another id',
    file: LEDGER,
    right: `  await write(tx, movement)
  return { ...earned, balance: movement.account.balance }`,
    wrong: `  await write(tx, movement)
  const again = postEarning(movement.account, reason, sourceOf(cause, reason), earning)
  await write(tx, { ...again, entry: { ...again.entry, _id: again.entry._id + '-again' } })
  return { ...earned, balance: again.account.balance }`,
    finding: /SOURCE_PAID_TWICE {2}VC00000\d {2}forum\.post:\w+-again/,
  },
  {
    name: 'a spending that forgets the counterpart',
    file: LEDGER,
    right: 'const movement = postSpending(account, cause.amount, sourceOf(cause, cause.reason))',
    wrong: `const movement = postSpending(account, cause.amount, sourceOf(cause, cause.reason))
  movement.entry.postings = movement.entry.postings.filter(posting => posting.account !== 'mall')`,
    finding: /SUM_NOT_ZERO {2}VC00000\d {2}mall\.redeem:\w+: expected 0, found -\d+/,
  },
  {
    name: 'a balance that moves without its entry',
    file: BOOKS,
    right: 'await entries.in(tx).insert(entry)',
    wrong: "if (entry.kind !== 'earn') await entries.in(tx).insert(entry)",
    finding: /(NUMBER_GAP|BALANCE_DIFFERS) {2}VC00000\d/,
  },
  {
    name: 'likes that forget how many a colleague has given before',
    file: ESTEEM,
    right: 'const given = (await givens.in(tx).get(employeeId))?.given ?? []',
    wrong: 'const given: NonNullable<Parameters<typeof givenAfter>[0]> = []',
    finding: /PAIR_CAP_EXCEEDED {2}VC000001 {2}forum\.liked:\w+\.1/,
  },
  {
    name: 'a restoration that gives back more than was taken',
    file: LEDGER,
    right: 'const amount = -taken.amount',
    wrong: 'const amount = 1 - taken.amount',
    finding: /RESTORATION_WRONG {2}VC000003 {2}forum\.post\.restored:\w+: expected 5, found 6/,
  },
  {
    name: 'much that is moved by hand without a second person',
    file: HANDS,
    right: 'if (needsSecond({ worth, aloneOfReceiver, aloneOfKeeper })) return null',
    wrong: 'if (Number.isNaN(needsSecond({ worth, aloneOfReceiver, aloneOfKeeper }))) return null',
    finding: /HAND_WRONG {2}VC00000\d {2}hand\.(given|taken):\S+: expected a second person/,
  },
]

let folder: string
beforeEach(async () => {
  await mkdir(CACHE, { recursive: true })
  folder = await mkdtemp(path.join(CACHE, 'twin-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Builds the functions from a copy of the backend with the fault in it. Throws when the code is no longer there. */
async function buildTwin({ file: name, right, wrong }: Fault, out: string): Promise<void> {
  const source = path.join(folder, 'cloudfunctions')
  await cp(path.join(ROOT, 'cloudfunctions'), source, {
    recursive: true,
    // A folder without it is no function of its own, and is not built.
    filter: file =>
      path.basename(file) !== 'config.json' || BUILT.includes(path.basename(path.dirname(file))),
  })
  const file = path.join(source, name)
  const [before, after, ...others] = (await readFile(file, 'utf8')).split(right)
  if (before === undefined || after === undefined || others.length > 0)
    throw new Error(`${name} does not have once: ${right}`)
  await writeFile(file, `${before}${wrong}${after}`)
  await buildFunctions({ source, out })
}

/** When everybody may write again. */
const LATER = '2026-03-02T13:30:00+08:00'
/** When every post earns again. */
const NEXT_DAY = '2026-03-03T13:30:00+08:00'

/** One colleague likes three posts of another: one more than counts on a day. */
async function likeOneAnother(cloud: TestCloud): Promise<void> {
  const { publish } = talkSteps(cloud)
  for (let post = 0; post < LIKED_POSTS; post += 1) {
    const input = { postId: await publish(1), liked: true }
    await succeed(cloud, colleague(2), 'forum.likePost', input)
    await cloud.timer('forum', 'tend')
  }
}

/** A post is taken away, and comes back after its author's appeal. */
async function takeAndBringBack(
  cloud: TestCloud,
  { first, second }: Record<Officer, TestPerson>,
): Promise<void> {
  const postId = await talkSteps(cloud).publish(3, '二手书')
  await succeed(cloud, first, 'forum.removePost', { postId, reason: '广告内容' })
  const reviewId = `post.${postId}`
  await succeed(cloud, colleague(3), 'forum.appeal', { reviewId, words: '请再看一次' })
  const answer = { reviewId, version: APPEALED_VERSION, verdict: 'restore', reason: '又看过了' }
  await succeed(cloud, second, 'forum.answerAppeal', answer)
}

/** What the auditor says after a few dozen commands on the functions in `out`. */
async function playAndAudit(functionsDir: string): Promise<{ code: number; output: string }> {
  const cloud = await startTestCloud({ functionsDir, workers: WORKERS, clock: '2026-03-02T12:00:00+08:00' })
  const officers = await ledgerWorld(cloud.engine, PEOPLE)
  const plan = planOf({ seed: SEED, commands: COMMANDS, people: PEOPLE })
  await play(plan, { call: cloud.call, officers, concurrency: 4, patienceMs: PATIENCE_MS })
  // The plan has written at this very moment: the pace of a minute later is another.
  await cloud.clock(LATER)
  await likeOneAnother(cloud)
  await cloud.clock(NEXT_DAY)
  await takeAndBringBack(cloud, officers)
  const report = await runAudit('--url', cloud.url)
  await cloud.close()
  return report
}

async function auditOf(fault: Fault) {
  const out = await mkdtemp(path.join(tmpdir(), 'wo-twin-'))
  try {
    await buildTwin(fault, out)
    return await playAndAudit(out)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

test.each(faults)(
  'the auditor names $name',
  async fault => {
    const { code, output } = await auditOf(fault)
    expect([code, output]).toEqual([1, expect.stringMatching(fault.finding)])
  },
  TWIN_MS,
)
