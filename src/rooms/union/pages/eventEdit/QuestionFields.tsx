import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { At } from '@/ui/field/At'
import { Field } from '@/ui/field/Field'
import { type QuestionDraft, questionsMax } from '../../eventDraft'
import type { EventFieldsProps } from './EventFields'

/** What whoever signs up is asked. */
export function QuestionFields({ draft, change, problems }: EventFieldsProps) {
  const { questions } = draft
  const put = (index: number, part: Partial<QuestionDraft>) =>
    change({ questions: questions.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <Card>
      <At path="questions" problems={problems}>
        {questions.map((question, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question has no identity but its place in the form
          <View key={index} className="event-edit__question">
            <Field
              label={`问题 ${index + 1}`}
              maxLength={40}
              value={question.title}
              placeholder="要借球拍吗"
              end={
                <Button
                  kind="text"
                  size="small"
                  label={`去掉问题 ${index + 1}`}
                  onTap={() => change({ questions: questions.filter((_one, at) => at !== index) })}
                >
                  去掉
                </Button>
              }
              onChange={title => put(index, { title })}
            />
            <Field
              label={`问题 ${index + 1} 的选项`}
              maxLength={140}
              value={question.options}
              placeholder="借一把、自己带；不写就自己填"
              onChange={options => put(index, { options })}
            />
          </View>
        ))}
      </At>
      {questions.length < questionsMax ? (
        <Button
          kind="soft"
          block
          icon="plus"
          onTap={() => change({ questions: [...questions, { title: '', options: '' }] })}
        >
          问报名的人一个问题
        </Button>
      ) : null}
    </Card>
  )
}
