import { limits } from '@domain/kernel/limits'
import { Textarea, View } from '@tarojs/components'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import type { Draft } from './draft'
import type { Problems } from './problems'

/** What is pasted stays whole: the count says what is too much, and the writer chooses what goes. */
const PASTED_MAX = 10 * limits.bodyMax

/** A long title goes on below, but is one line. */
const inOneLine = (typed: string) => typed.replace(/\s*\n\s*/g, ' ')

interface WordsProps {
  draft: Pick<Draft, 'title' | 'body'>
  problems: Problems
  onChange: (part: Partial<Pick<Draft, 'title' | 'body'>>) => void
}

/** The title, and below it what there is to say. */
export function Words({ draft, problems, onChange }: WordsProps) {
  const title = useInnerLabel<unknown>('标题')
  const body = useInnerLabel<unknown>('正文')
  return (
    <>
      <Textarea
        ref={title}
        className="compose__title"
        placeholderClass="compose__placeholder"
        value={draft.title}
        placeholder="标题"
        maxlength={limits.titleMax}
        autoHeight
        showConfirmBar={false}
        confirmType="next"
        aria-label="标题"
        onInput={event => onChange({ title: inOneLine(event.detail.value) })}
      />
      {problems.title ? <View className="compose__problem">{problems.title}</View> : null}
      {draft.title.length >= limits.titleMax && !problems.title ? (
        <View className="compose__limit" aria-live="polite">
          标题最多 {limits.titleMax} 个字，写满了
        </View>
      ) : null}
      <Textarea
        ref={body}
        className="compose__body"
        placeholderClass="compose__placeholder"
        value={draft.body}
        placeholder="说说看：在哪里，看到什么，想问什么"
        maxlength={PASTED_MAX}
        autoHeight
        showConfirmBar={false}
        cursorSpacing={96}
        aria-label="正文"
        onInput={event => onChange({ body: event.detail.value })}
      />
      {problems.body ? <View className="compose__problem">{problems.body}</View> : null}
    </>
  )
}
