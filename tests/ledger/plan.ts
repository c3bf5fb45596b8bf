import fc from 'fast-check'

/** What people do in a run; whoever adds a procedure here says in `player.ts` how it is called. */
const weights = {
  // How often each is done, roughly as in a forum whose mall is visited after lunch.
  'forum.createPost': 25,
  'forum.addComment': 30,
  'forum.likePost': 14,
  'forum.deletePost': 4,
  'forum.deleteComment': 3,
  'forum.removePost': 3,
  'forum.removeComment': 2,
  'forum.appeal': 3,
  'forum.answerAppeal': 2,
  'coin.moveByHand': 3,
  'coin.decideHand': 2,
  'mall.redeem': 7,
  'mall.cancelOrder': 3,
}
export type PlayedName = keyof typeof weights

/** Two of the back office, who moderate and move coins: the second says what takes another than the first. */
export type Officer = 'first' | 'second'

/** What a person does; `target` is the number of the command that made what it is about. */
export interface Command {
  number: number
  name: PlayedName
  /** The number of the person, or who of the back office. */
  who: number | Officer
  target: number | null
  requestId: string
  /** How many times it is sent at once with one requestId. */
  copies: number
  /** Whether it is sent once more after its answer. */
  echoed: boolean
  liked: boolean
  /** What is moved by hand, which way, and the number of whom it is for. */
  hand: { amount: number; way: 'give' | 'take'; receiver: number }
  /** What the second of the back office says to an appeal or a proposal. */
  agreed: boolean
}

export interface PlanOptions {
  seed: number
  commands: number
  people: number
}

/** What each is about, by the commands that made it; the others begin something of their own. */
const made: Partial<Record<PlayedName, readonly PlayedName[]>> = {
  'forum.addComment': ['forum.createPost'],
  'forum.likePost': ['forum.createPost'],
  'forum.deletePost': ['forum.createPost'],
  'forum.removePost': ['forum.createPost'],
  'forum.deleteComment': ['forum.addComment'],
  'forum.removeComment': ['forum.addComment'],
  'forum.appeal': ['forum.removePost', 'forum.removeComment'],
  'forum.answerAppeal': ['forum.appeal'],
  'coin.decideHand': ['coin.moveByHand'],
  'mall.cancelOrder': ['mall.redeem'],
}
const byOwner: PlayedName[] = ['forum.deletePost', 'forum.deleteComment', 'forum.appeal', 'mall.cancelOrder']
const byOfficer: Partial<Record<PlayedName, Officer>> = {
  'forum.removePost': 'first',
  'forum.removeComment': 'first',
  'forum.answerAppeal': 'second',
  'coin.moveByHand': 'first',
  'coin.decideHand': 'second',
}
/** One person alone may move a hundred to a colleague in a month. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.integer({ min: 101, max: 200 }) },
)
const way = fc.constantFrom('give' as const, 'give' as const, 'take' as const)

/** People talk about what is recent, but not about what is still being written. */
const RECENT = 60
const BEING_WRITTEN = 30

/**
 * The same seed plans the same commands, and faults of that seed meet the same ones of them. Where several are under
 * way at once, which of them the cloud hears first is the machine's choice; one after the other, a run leaves
 * the same ledger and all that earns it.
 */
export function planOf({ seed, commands, people }: PlanOptions): Command[] {
  const name = fc.oneof(
    ...Object.entries(weights).map(([value, weight]) => ({
      weight,
      arbitrary: fc.constant(value as PlayedName),
    })),
  )
  const draft = fc.record({
    name,
    who: fc.integer({ min: 1, max: people }),
    pick: fc.nat(RECENT - 1),
    copies: fc.oneof(
      { weight: 9, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.constantFrom(2, 3) },
    ),
    echoed: fc.nat(19).map(value => value === 0),
    liked: fc.nat(3).map(value => value > 0),
    hand: fc.record({ amount, way, receiver: fc.integer({ min: 1, max: people }) }),
    agreed: fc.nat(3).map(value => value > 0),
  })
  const plan: Command[] = []
  const byName = new Map<PlayedName, number[]>()
  for (const [number, { pick, ...drafted }] of fc.sample(draft, { numRuns: commands, seed }).entries()) {
    const command = {
      ...drafted,
      ...settled(plan, byName, drafted, pick),
      number,
      requestId: requestIdOf(number),
    }
    plan.push(command)
    byName.set(command.name, [...(byName.get(command.name) ?? []), number])
  }
  return plan
}

type Drafted = Pick<Command, 'name'> & { who: number }

/** Finds the target among what was planned before; where there is none yet, a post is written instead. */
function settled(
  plan: readonly Command[],
  byName: ReadonlyMap<PlayedName, number[]>,
  { name, who }: Drafted,
  pick: number,
): Pick<Command, 'name' | 'who' | 'target'> {
  const makers = made[name]
  const officer = byOfficer[name]
  if (!makers) return { name, who: officer ?? who, target: null }
  const ready = makers
    .flatMap(maker => byName.get(maker) ?? [])
    .sort((a, b) => a - b)
    .filter(number => number < plan.length - BEING_WRITTEN)
    .slice(-RECENT)
  const target = ready[pick % Math.max(1, ready.length)]
  if (target === undefined) return { name: 'forum.createPost', who, target: null }
  if (officer) return { name, who: officer, target }
  return { name, who: byOwner.includes(name) ? ownerOf(plan, target) : who, target }
}

/** Whose it is that a command has made, or that the back office has taken away by it. */
function ownerOf(plan: readonly Command[], number: number): Command['who'] {
  const command = plan[number]
  if (!command) throw new Error(`Nothing is planned as ${number}`)
  const { who, target } = command
  return typeof who === 'number' || target === null ? who : ownerOf(plan, target)
}

function requestIdOf(number: number): string {
  return `command-${String(number).padStart(6, '0')}`
}
