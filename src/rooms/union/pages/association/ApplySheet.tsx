import { limits } from '@domain/kernel/limits'
import { api, type Output, useAskToNotify, useCommand } from '@/api'
import { sayWaitedAfter } from '@/rooms/access/public'
import { useDraft } from '@/rooms/useDraft'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Sheet } from '@/ui/sheet/Sheet'
import { toast } from '@/ui/toast/store'
import { applicationProblem, emptyApplication, toApplication } from '../../applicationForm'
import { Choices } from '../../Choices'
import { NextSteps } from '../../NextSteps'
import { membershipQueries } from '../../outdated'

export interface ApplySheetProps {
  open: boolean
  onClose: () => void
  association: Output<typeof api.union.openAssociation>['association']
  /** How long an answer usually takes; null: nobody was answered yet. */
  medianMs: number | null
}

const VACANT = '会长离职了，人力资源正在请人接任'

type President = ApplySheetProps['association']['president']

/** Who has left is shown without a number: see `formerColleague`. */
const hasLeft = ({ employeeId }: President) => employeeId === ''

function sayDecider(president: President, medianMs: number | null) {
  if (hasLeft(president)) return { who: '新会长', when: '接任后看到' }
  const when = medianMs === null ? '看过再决定' : sayWaitedAfter('一般', medianMs)
  return { who: `会长 ${president.name}`, when }
}

/** Who has it when: the answer takes what it has usually taken here. */
const stepsTo = (president: President, medianMs: number | null) => [
  { who: '你', when: '现在' },
  sayDecider(president, medianMs),
  { who: '入会', when: '收到通知' },
]

/** The application: one tap a question, one sentence to the president, and what happens then. */
export function ApplySheet({ open, onClose, association, medianMs }: ApplySheetProps) {
  const { associationId, questions, president } = association
  const { draft, change, drop } = useDraft(`union.apply.${associationId}`, emptyApplication)
  const askToNotify = useAskToNotify()
  const apply = useCommand(api.union.apply, {
    outdates: membershipQueries,
    onDone: () => {
      drop()
      onClose()
      toast.show(hasLeft(president) ? '申请收到了，等新会长接任' : `已经交给会长 ${president.name}`)
    },
  })
  const problem = applicationProblem(questions, draft)
  const answer = (questionId: string, option: string) =>
    change({ answers: { ...draft.answers, [questionId]: option } })
  return (
    <Sheet
      open={open}
      title="申请加入"
      onClose={onClose}
      note={[problem, hasLeft(president) ? VACANT : undefined, '会长能看到你的姓名、部门和园区，看不到手机号']
        .filter(Boolean)
        .join('。')}
      action={
        <Button
          disabled={problem !== undefined}
          onTap={() => {
            askToNotify(['applicationDecided'])
            return apply.run(toApplication(associationId, questions, draft))
          }}
        >
          提交申请
        </Button>
      }
    >
      {questions.map(({ questionId, title, options }) => (
        <Choices
          key={questionId}
          title={title}
          options={options}
          chosen={draft.answers[questionId]}
          onChoose={option => answer(questionId, option)}
        />
      ))}
      <Field
        label="想对会长说"
        multiline
        maxLength={limits.reasonMax}
        value={draft.reason}
        placeholder="什么时候有空、做过什么、想做什么"
        error={apply.isWrong('reason') ? apply.error?.message : undefined}
        onChange={reason => change({ reason })}
      />
      <NextSteps steps={stepsTo(president, medianMs)} />
    </Sheet>
  )
}
