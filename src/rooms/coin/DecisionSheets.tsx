import { type ReadyReason, ReasonSheet } from '../access/public'

export type Verdict = 'approve' | 'refuse'

/** What a second person usually says of what they were asked about. */
type SecondWords = Record<'agreements' | 'refusals', readonly ReadyReason[]>

interface DecisionSheetsProps {
  /** null: nothing is asked. */
  asked: Verdict | null
  /** "发放 200 沃币给顾念" */
  what: string
  /** What an approval leaves. */
  note: string
  words: SecondWords
  onClose: () => void
  onDecide: (verdict: Verdict, reason: string) => Promise<unknown>
}

/** The second person's word, with what it is kept for. */
export function DecisionSheets({ asked, what, note, words, onClose, onDecide }: DecisionSheetsProps) {
  const common = { onClose, placeholder: '写给发起的同事和以后查记录的人' }
  return (
    <>
      <ReasonSheet
        {...common}
        open={asked === 'approve'}
        title="复核通过"
        label={what}
        reasons={words.agreements}
        action="通过"
        refusal={false}
        note={note}
        onSend={reason => onDecide('approve', reason).then(onClose)}
      />
      <ReasonSheet
        {...common}
        open={asked === 'refuse'}
        title="不通过"
        label={what}
        reasons={words.refusals}
        action="不通过"
        refusal
        note="什么都不会动"
        onSend={reason => onDecide('refuse', reason).then(onClose)}
      />
    </>
  )
}
