import type { Ticket } from '../../ticketWords'
import type { Said } from './useNewWords'

type Step = Ticket['trail'][number]

/** What is said of a step between the words of two people; absent where the words themselves are the step. */
const lines: Partial<Record<Step['action'], string>> = {
  assign: '接了单',
  start: '开始处理',
  ask: '请对方补充',
  resume: '继续处理',
  resolve: '说办好了',
  confirm: '确认办好了',
  reopen: '说还没办好',
  cancel: '取消了',
  decline: '没有受理',
  close: '没有回话，自动关单',
  escalate: '超时，已经告诉负责人',
}

/** A handler's note on these stands as their own words beside it. */
const spoken: readonly Step['action'][] = ['ask', 'resolve', 'decline']

export interface Line {
  key: string
  at: number
  words: string
}

export type Told = { said: Said } | { line: Line }

function linesOf(trail: readonly Step[]): Line[] {
  return trail.flatMap(({ action, at, by, note }, index) => {
    const said = lines[action]
    if (said === undefined) return []
    // Whoever took it, or was given it, is the note of that step.
    if (action === 'assign') return [{ key: `step ${index}`, at, words: `${note ?? by}${said}` }]
    const why = note === null || spoken.includes(action) ? '' : `：${note}`
    return [{ key: `step ${index}`, at, words: `${by}${said}${why}` }]
  })
}

/** Words and steps in the order in which they came; what was said with a step stands before it. */
export function streamOf(messages: readonly Said[], trail: readonly Step[]): Told[] {
  const told = [
    ...messages.map(said => ({ at: said.at, told: { said } })),
    ...linesOf(trail).map(line => ({ at: line.at, told: { line } })),
  ]
  return told.sort((a, b) => a.at - b.at).map(one => one.told)
}
