import type { RecruiterAction } from '@domain/careers/candidate'
import { api, useCommand } from '@/api'
import { toast } from '@/ui/toast/store'
import { deskQueries } from './words'

/** Moves candidates; what was not moved is said. */
export function useSteps(onDone: () => void = () => undefined) {
  const move = useCommand(api.careers.moveCandidates, {
    outdates: deskQueries,
    onDone: ({ moved, skipped }) => {
      const own = skipped.some(({ why }) => why === 'notYours') ? '，自己的要由别人处理' : ''
      const gone = skipped.some(({ why }) => why === 'erased') ? '，资料删除了不能再推进' : ''
      const left = skipped.length > 0 ? `，${skipped.length} 位没动${own}${gone}` : ''
      toast.show(`${moved.length} 位有了进展${left}`)
      onDone()
    },
  })
  return (
    candidates: readonly { candidateId: string; version: number }[],
    action: RecruiterAction,
    note: string,
  ) =>
    move.run({
      candidates: candidates.slice(0, 20).map(({ candidateId, version }) => ({ candidateId, version })),
      action,
      ...(note ? { note } : {}),
    })
}
