import type { CallReply, TestCloud } from '../support/localCloud'
import type { TestPerson } from '../support/people'
import { BOARD, colleague } from '../support/talkWorld'
import type { Command, Officer } from './plan'

export const PRODUCT = 'product-cup'
/** Of the product. */
export const PRICE = 7
export const DESK = 'desk-lobby'
/** Nothing here is reported: a removal is the first word about a thing, and the appeal against it the second. */
export const APPEALED_VERSION = 2

type Call = TestCloud['call']

/** What a command made: later ones are about it. */
interface Made {
  postId?: string
  comment?: { commentId: string }
  orderId?: string
  reviewId?: string
  handId?: string
  earned?: { amount: number }
}

/** How every command of a run ended. */
export interface Outcomes {
  done: Map<number, Made>
  refused: Map<string, number>
  /** Nothing to be about: the target was refused itself. */
  skipped: number
  sent: number
  /** Repetitions that got another answer than the first, and errors that are the house's own fault. */
  contradictions: string[]
}

export interface PlayOptions {
  call: Call
  officers: Record<Officer, Pick<TestPerson, 'openid'>>
  /** Commands under way at once. */
  concurrency: number
  /** Before the command of this number is sent. */
  before?: (number: number) => Promise<void>
  /** How long one command may be repeated. */
  patienceMs: number
}

/** Sends a plan's commands in its order, several at once, each repeated until it has a final answer. */
export async function play(plan: readonly Command[], options: PlayOptions): Promise<Outcomes> {
  const outcomes: Outcomes = { done: new Map(), refused: new Map(), skipped: 0, sent: 0, contradictions: [] }
  const waiting = plan[Symbol.iterator]()
  const hand = async () => {
    for (const command of waiting) {
      await options.before?.(command.number)
      await playOne(command, options, outcomes)
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, hand))
  return outcomes
}

async function playOne(command: Command, options: PlayOptions, outcomes: Outcomes): Promise<void> {
  const input = inputOf(command, outcomes)
  if (input === null) {
    outcomes.skipped += 1
    return
  }
  const send = () => insist(command, input, options)
  const replies = await Promise.all(Array.from({ length: command.copies }, send))
  if (command.echoed) replies.push(await send())
  outcomes.sent += replies.length
  record(command, replies, outcomes, reviewOf(command, outcomes))
}

/** What is taken away has a review, and so has the appeal against it. */
function reviewOf({ name, target }: Command, { done }: Outcomes): Pick<Made, 'reviewId'> {
  const { postId, comment, reviewId } = (target === null ? null : done.get(target)) ?? {}
  if (name === 'forum.removePost') return { reviewId: `post.${postId}` }
  if (name === 'forum.removeComment') return { reviewId: `comment.${comment?.commentId}` }
  return name === 'forum.appeal' && reviewId !== undefined ? { reviewId } : {}
}

function record(
  command: Command,
  replies: CallReply<Made>[],
  outcomes: Outcomes,
  review: Pick<Made, 'reviewId'>,
): void {
  const results = replies.flatMap(reply => (reply.ok ? [reply.data] : []))
  const [first] = results
  // Liking is the same however often it is said; its answer is the count of the moment.
  const natural = command.name === 'forum.likePost'
  const distinct = new Set(results.map(result => JSON.stringify(result)))
  if (!natural && distinct.size > 1)
    outcomes.contradictions.push(`${command.requestId}: ${[...distinct].join(' ≠ ')}`)
  if (first) outcomes.done.set(command.number, { ...first, ...review })
  for (const reply of replies) {
    if (reply.ok) continue
    const { code, kind } = reply.error
    outcomes.refused.set(code, (outcomes.refused.get(code) ?? 0) + 1)
    if (kind === 'bug' || kind === 'invalid') outcomes.contradictions.push(`${command.requestId}: ${code}`)
  }
}

/** Repeats a command with its requestId, as a phone does, until it is done or refused for good. */
async function insist(command: Command, input: unknown, options: PlayOptions): Promise<CallReply<Made>> {
  const { who } = command
  const { openid } = typeof who === 'number' ? colleague(who) : options.officers[who]
  const deadline = performance.now() + options.patienceMs
  for (let attempt = 1; performance.now() < deadline; attempt += 1) {
    const reply = await options.call<Made>(openid, command.name, input, command.requestId).catch(unreachable)
    if (reply && !isPassing(reply)) return reply
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS * Math.min(attempt, PAUSES_MAX)))
  }
  throw new Error(`${command.name} ${command.requestId} got no final answer`)
}

const PAUSE_MS = 20
const PAUSES_MAX = 10

/** The process is dead or starting; anything else is a fault of the test. */
function unreachable(error: unknown): null {
  if (isUnreachable(error)) return null
  throw error
}

/** By name, because what `fetch` throws is of another realm than the tests' own classes. */
export function isUnreachable(error: unknown): boolean {
  return ['TypeError', 'SyntaxError'].includes((error as Error).name)
}

function isPassing(reply: CallReply<unknown>): boolean {
  return !reply.ok && reply.error.kind === 'retry'
}

/** Null: what the command is about never came to be. */
function inputOf(command: Command, { done }: Outcomes): object | null {
  const target = command.target === null ? {} : done.get(command.target)
  if (!target) return null
  const { postId, orderId, reviewId, handId } = target
  const commentId = target.comment?.commentId
  switch (command.name) {
    case 'forum.createPost':
      return { boardId: BOARD, title: `第${command.number}帖`, body: '一起去' }
    case 'forum.addComment':
      return { postId, body: `第${command.number}句` }
    case 'forum.likePost':
      return { postId, liked: command.liked }
    case 'forum.deletePost':
      return { postId }
    case 'forum.deleteComment':
      return { commentId }
    case 'forum.removePost':
      return { postId, reason: '广告内容' }
    case 'forum.removeComment':
      return { commentId, reason: '广告内容' }
    case 'forum.appeal':
      return { reviewId, words: '请再看一次' }
    case 'forum.answerAppeal':
      return {
        ...{ reviewId, version: APPEALED_VERSION, reason: '又看过了' },
        verdict: command.agreed ? 'restore' : 'uphold',
      }
    case 'coin.moveByHand':
      return handOf(command)
    case 'coin.decideHand':
      return { handId, decision: command.agreed ? 'approve' : 'refuse', reason: '核对过了' }
    case 'mall.redeem':
      return {
        productId: PRODUCT,
        quantity: 1 + (command.number % 3),
        priceSeen: PRICE,
        delivery: { kind: 'desk', deskId: DESK },
      }
    case 'mall.cancelOrder':
      return { orderId, reason: '不需要了' }
  }
}

function handOf({ hand: { amount, way, receiver } }: Command): object {
  const { employeeId } = colleague(receiver)
  return { employeeId, way, amount, experience: amount % 10, why: '年会志愿者' }
}
