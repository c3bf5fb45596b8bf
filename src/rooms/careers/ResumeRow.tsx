import { resumeKindOf, resumeKinds, resumeLimits } from '@domain/careers/resume'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayBytes } from '@/rooms/bytes'
import { type ChosenFile, chooseDocument } from '@/rooms/documentFile'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { ListRow } from '@/ui/listRow/ListRow'

interface ResumeRowProps {
  resume: ChosenFile | undefined
  onChange: (resume: ChosenFile | undefined) => void
}

/** What keeps a file from being a résumé; undefined: nothing. */
function problemOf({ fileName, bytes }: ChosenFile): string | undefined {
  if (bytes > resumeLimits.bytesMax) return `这份有 ${sayBytes(bytes)}，不超过 10 MB 才能附上`
  return resumeKindOf(fileName) === null ? '这份附不上，要是 PDF、Word 或图片' : undefined
}

/** A résumé, the friend's or one's own: a file that stays on the phone until it is sent, so that nothing lies about of what is taken off. */
export function ResumeRow({ resume, onChange }: ResumeRowProps) {
  const [problem, setProblem] = useState<string>()
  const pick = async () => {
    const file = await chooseDocument(resumeKinds)
    if (!file) return
    const found = problemOf(file)
    setProblem(found)
    if (!found) onChange(file)
  }
  if (!resume)
    return (
      <ListRow
        lead="doc"
        title="附上简历（可不填）"
        meta={
          problem ? (
            <View className="bad" {...spokenAs('alert')}>
              {problem}
            </View>
          ) : (
            'PDF、Word 或图片，10 MB 以内'
          )
        }
        onTap={() => void pick()}
      />
    )
  return (
    <ListRow
      lead="doc"
      title={<View className="clamp-1">{resume.fileName}</View>}
      meta={`简历 · ${sayBytes(resume.bytes)}`}
      end={
        <Button kind="text" size="small" label="拿掉简历" onTap={() => onChange(undefined)}>
          拿掉
        </Button>
      }
    />
  )
}
