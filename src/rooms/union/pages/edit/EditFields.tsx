import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { Options } from '@/ui/options/Options'
import { type EditDraft, QUESTIONS_MAX, type QuestionDraft, withQuestion } from '../../editForm'

export interface EditFieldsProps {
  draft: EditDraft
  onChange: (part: Partial<EditDraft>) => void
}

interface QuestionProps {
  question: QuestionDraft
  number: number
  onChange: (question: QuestionDraft) => void
  onRemove: () => void
}

function Question({ question, number, onChange, onRemove }: QuestionProps) {
  return (
    <View className="edit__question">
      <Field
        label={`问题 ${number}`}
        value={question.title}
        maxLength={20}
        placeholder="你的水平"
        onChange={title => onChange({ ...question, title })}
        end={
          <Button kind="text" size="small" label={`去掉问题 ${number}`} onTap={onRemove}>
            去掉
          </Button>
        }
      />
      <Field
        label={`问题 ${number} 的选项`}
        value={question.options}
        maxLength={140}
        placeholder="刚开始、能打比赛"
        onChange={options => onChange({ ...question, options })}
      />
    </View>
  )
}

/** What those who apply are asked. */
export function Questions({ draft: { questions }, onChange }: EditFieldsProps) {
  return (
    <View>
      <View className="t12 secondary">申请时问什么，选项用顿号分开</View>
      {questions.map((question, index) => (
        <Question
          key={question.questionId}
          question={question}
          number={index + 1}
          onChange={changed =>
            onChange({ questions: questions.map(one => (one === question ? changed : one)) })
          }
          onRemove={() => onChange({ questions: questions.filter(one => one !== question) })}
        />
      ))}
      {questions.length < QUESTIONS_MAX ? (
        <Button kind="text" icon="plus" onTap={() => onChange({ questions: withQuestion(questions) })}>
          加一个问题
        </Button>
      ) : null}
    </View>
  )
}

const opennesses = [
  { key: 'open', text: '正在招新' },
  { key: 'closed', text: '暂不招新' },
] as const

/** Whether new members may apply. */
export function Openness({ draft: { open }, onChange }: EditFieldsProps) {
  return (
    <Options
      label="招新"
      options={opennesses}
      value={open ? 'open' : 'closed'}
      onChange={key => onChange({ open: key === 'open' })}
    />
  )
}
