import { filmLimits } from '@domain/brand/film'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { FieldPair } from '@/ui/field/FieldPair'
import type { ChapterDraft } from '../../filmDraft'

interface ChaptersProps {
  chapters: readonly ChapterDraft[]
  onChange: (chapters: ChapterDraft[]) => void
}

/** The parts of the film, to be read by whoever does not watch. */
export function Chapters({ chapters, onChange }: ChaptersProps) {
  const change = (key: number, part: Partial<ChapterDraft>) =>
    onChange(chapters.map(chapter => (chapter.key === key ? { ...chapter, ...part } : chapter)))
  const add = () => {
    const key = Math.max(-1, ...chapters.map(chapter => chapter.key)) + 1
    onChange([...chapters, { key, at: chapters.length === 0 ? '0:00' : '', title: '', words: '' }])
  }
  return (
    <View>
      <View className="t12 secondary">分段，不看影片的同事也能读</View>
      {chapters.map(({ key, at, title, words }, index) => (
        <Card key={key} className="mt-8">
          <FieldPair>
            <Field
              label={`第 ${index + 1} 段从`}
              value={at}
              maxLength={8}
              placeholder="1:30"
              onChange={value => change(key, { at: value })}
            />
            <Field
              label={`第 ${index + 1} 段的标题`}
              value={title}
              maxLength={filmLimits.titleMax}
              onChange={value => change(key, { title: value })}
            />
          </FieldPair>
          <Field
            label={`第 ${index + 1} 段讲什么`}
            multiline
            value={words}
            maxLength={filmLimits.chapterWordsMax}
            onChange={value => change(key, { words: value })}
          />
          <Button
            kind="text"
            size="small"
            label={`去掉第 ${index + 1} 段`}
            onTap={() => onChange(chapters.filter(chapter => chapter.key !== key))}
          >
            去掉
          </Button>
        </Card>
      ))}
      {chapters.length < filmLimits.chaptersMax ? (
        <View className="mt-8">
          <Button kind="secondary" size="small" icon="plus" onTap={add}>
            加一段
          </Button>
        </View>
      ) : null}
    </View>
  )
}
