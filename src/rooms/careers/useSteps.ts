import {
  type CandidateFacts,
  candidateStateNames,
  type RecruiterAction,
  stateAfter,
} from '@domain/careers/candidate'
import type { Interview } from '@domain/careers/interview'
import { api, type Output, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { deskQueries } from './words'

/** What a recruiter adds to a step. */
export interface StepWords {
  note: string
  /** Null: nothing is settled, or the step settles none. */
  interview: Interview | null
}

type Done = Output<typeof api.careers.moveCandidates>
type Why = Done['skipped'][number]['why']

const whyNot: Record<Why, string> = {
  missing: '找不到了',
  changed: '另一位同事刚刚处理过，再看一眼',
  refused: '这一步现在不能做',
  notYours: '和你有关，要由另一位同事处理',
  erased: '资料删除了，不能再推进',
}

/** One candidate, as what was done to them is told. */
type One = Pick<CandidateFacts, 'kept'> & { name: string }

/** What a step has done: to one who has a name, or to some of several. */
export function sayMoved({ moved, skipped }: Done, action: RecruiterAction, one: One | undefined): string {
  if (one !== undefined) {
    const [left] = skipped
    if (left) return `没有动：${whyNot[left.why]}`
    const state = stateAfter(action, one)
    return state ? `${one.name}：${candidateStateNames[state]}` : `${one.name}有了进展`
  }
  const own = skipped.some(({ why }) => why === 'notYours') ? '，自己的要由别人处理' : ''
  const gone = skipped.some(({ why }) => why === 'erased') ? '，资料删除了不能再推进' : ''
  const left = skipped.length > 0 ? `，${skipped.length} 位没动${own}${gone}` : ''
  return `${moved.length} 位有了进展${left}`
}

/**
 * Moves candidates; what was not moved is said.
 * @param one whom it is about, where it is one
 */
export function useSteps({ one, onDone = () => undefined }: { one?: One; onDone?: () => void }) {
  const move = useCommand(api.careers.moveCandidates, {
    outdates: deskQueries,
    onDone: (done, { action }) => {
      toast.show(sayMoved(done, action, one))
      onDone()
    },
  })
  return (
    candidates: readonly { candidateId: string; version: number }[],
    action: RecruiterAction,
    { note, interview }: StepWords,
  ) =>
    move.run({
      candidates: candidates.slice(0, 20).map(({ candidateId, version }) => ({ candidateId, version })),
      action,
      ...(note ? { note } : {}),
      ...(interview ? { interview } : {}),
    })
}
