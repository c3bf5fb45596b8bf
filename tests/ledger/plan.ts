import fc from 'fast-check'

/** What people do in a run; whoever adds a procedure here says in `player.ts` how it is called. */
const weights = {
  // How often each is done, roughly as in a forum whose mall is visited after lunch.
  'forum.createPost': 28,
  'forum.addComment': 34,
  'forum.likePost': 16,
  'forum.deletePost': 4,
  'forum.deleteComment': 3,
  'forum.removePost': 3,
  'forum.removeComment': 2,
  'mall.redeem': 7,
  'mall.cancelOrder': 3,
}
export type PlayedName = keyof typeof weights

/** What a person does; `target` is the number of the command whose post, comment or order it is about. */
export interface Command {
  number: number
  name: PlayedName
  /** The number of the person; the moderator's is 0. */
  who: number
  target: number | null
  requestId: string
  /** How many times it is sent at once with one requestId. */
  copies: number
  /** Whether it is sent once more after its answer. */
  echoed: boolean
  liked: boolean
}

export interface PlanOptions {
  seed: number
  commands: number
  people: number
}

const MODERATOR = 0

/** What each is about, by the command that made it; the others begin something of their own. */
const made: Partial<Record<PlayedName, PlayedName>> = {
  'forum.addComment': 'forum.createPost',
  'forum.likePost': 'forum.createPost',
  'forum.deletePost': 'forum.createPost',
  'forum.removePost': 'forum.createPost',
  'forum.deleteComment': 'forum.addComment',
  'forum.removeComment': 'forum.addComment',
  'mall.cancelOrder': 'mall.redeem',
}
const byOwner: PlayedName[] = ['forum.deletePost', 'forum.deleteComment', 'mall.cancelOrder']
const byModerator: PlayedName[] = ['forum.removePost', 'forum.removeComment']

/** People talk about what is recent, but not about what is still being written. */
const RECENT = 60
const BEING_WRITTEN = 30

/** The same seed plans the same commands; what is not in here (order of arrival, faults) is not in the seed. */
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

type Drafted = Pick<Command, 'name' | 'who'>

/** Finds the target among what was planned before; where there is none yet, a post is written instead. */
function settled(
  plan: readonly Command[],
  byName: ReadonlyMap<PlayedName, number[]>,
  { name, who }: Drafted,
  pick: number,
): Pick<Command, 'name' | 'who' | 'target'> {
  const maker = made[name]
  if (!maker) return { name, who, target: null }
  const ready = (byName.get(maker) ?? [])
    .filter(number => number < plan.length - BEING_WRITTEN)
    .slice(-RECENT)
  const target = ready[pick % Math.max(1, ready.length)]
  if (target === undefined) return { name: 'forum.createPost', who, target: null }
  if (byModerator.includes(name)) return { name, who: MODERATOR, target }
  return { name, who: byOwner.includes(name) ? (plan[target]?.who ?? who) : who, target }
}

function requestIdOf(number: number): string {
  return `command-${String(number).padStart(6, '0')}`
}
