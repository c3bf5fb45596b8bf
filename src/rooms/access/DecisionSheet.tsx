import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { type Decision, decideWithUndo } from './decisions'
import { ReasonSheet } from './ReasonSheet'
import {
  correctionRefusals,
  foundingRefusals,
  type Nearer,
  rebindChecks,
  rebindRefusals,
  refusalsFor,
} from './reasons'

/** A decision that still lacks its reason. */
export interface AskedDecision extends Omit<Decision, 'reason'> {
  /** "陈嘉禾", "3 位同事": who reads the reason. */
  who: string
  /** Of an application: the association nearer to who asks; null: there is none, undefined: the sheet looks itself. */
  nearer?: Nearer | null
}

export interface DecisionSheetProps {
  /** Undefined: nothing is asked, the sheet is away. */
  asked: AskedDecision | undefined
  onClose: () => void
  onDecided?: () => void
}

const undoNote = '5 秒内可以撤销，之后留在审批记录里'

const refusals = {
  founding: foundingRefusals,
  rebind: rebindRefusals,
  correction: correctionRefusals,
} as const

function wordsFor({ kind, decision, who, nearer }: AskedDecision) {
  if (decision === 'approve') {
    return {
      title: '怎么核对的',
      label: '留在记录里，申请人看不到',
      placeholder: '怎么确认是本人',
      reasons: rebindChecks,
      action: '同意换绑',
      refusal: false,
    }
  }
  return {
    title: '为什么拒绝',
    label: `${who}会看到`,
    placeholder: '写一句，让人知道下一步怎么走',
    reasons: kind === 'application' ? refusalsFor(nearer) : refusals[kind],
    action: '拒绝并说明',
    refusal: true,
  }
}

/** The same with the association nearer to the one applicant it is about: a list of applications doesn't know it. */
function useNearer(asked: AskedDecision | undefined): AskedDecision | undefined {
  const [membershipId = '', ...others] = asked?.ids ?? []
  const isUnknown = asked?.kind === 'application' && asked.decision === 'refuse' && asked.nearer === undefined
  const { data } = useQueryOf(
    api.union.openApplication,
    { membershipId },
    { enabled: isUnknown && membershipId !== '' && others.length === 0, kept: false },
  )
  // Until it is known nobody is sent anywhere; of several at once each is somewhere else.
  return asked && isUnknown && others.length === 0 ? { ...asked, nearer: data?.nearer ?? null } : asked
}

/** Asks for the reason of a decision, then holds it for five seconds. */
export function DecisionSheet({ asked, onClose, onDecided }: DecisionSheetProps) {
  // The sheet slides out with its words still on it.
  const [last, setLast] = useState(asked)
  if (asked && asked !== last) setLast(asked)
  const shown = useNearer(asked ?? last)
  if (!shown) return null
  const { who: _who, nearer: _nearer, ...decision } = shown
  return (
    <ReasonSheet
      key={`${shown.decision}:${shown.ids.join()}`}
      open={asked !== undefined}
      onClose={onClose}
      note={undoNote}
      {...wordsFor(shown)}
      onSend={reason => {
        onClose()
        decideWithUndo({ ...decision, reason })
        onDecided?.()
        return undefined
      }}
    />
  )
}
